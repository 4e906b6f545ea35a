package org.smoothbench.core.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smoothbench.core.experiment.AttackSpec.Loss;
import org.smoothbench.core.experiment.AutoAttack.Version;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.schema.NearestName;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.Violation;

/** The names attacks go by where somebody types them; settings other than the usual ones are given as JSON. */
public final class AttackNames {

    private static final Pattern PGD = Pattern.compile("pgd-(\\d{1,5})");

    private static final Map<String, AttackSpec> KNOWN = known();

    private AttackNames() {}

    /** The names with their attacks, the usual settings of each; {@code pgd-N} stands for any number of steps. */
    public static Map<String, AttackSpec> all() {
        return KNOWN;
    }

    private static Map<String, AttackSpec> known() {
        Map<String, AttackSpec> names = new LinkedHashMap<>();
        for (Version version : Version.values()) {
            AttackSpec ensemble = new AutoAttack(version);
            names.put(ensemble.label(), ensemble);
        }
        names.put("fgsm", new AttackSpec.Fgsm(false));
        names.put("pgd-10", AttackSpec.Pgd.steps(10));
        names.put("pgd-50", AttackSpec.Pgd.steps(50));
        names.put("apgd-ce", new AttackSpec.Apgd(Loss.CE, 100, 1, 1));
        names.put("apgd-dlr", new AttackSpec.Apgd(Loss.DLR, 100, 1, 1));
        names.put("apgd-t", new AttackSpec.ApgdTargeted(100, 9, 1));
        names.put("fab", new AttackSpec.Fab(100, 5));
        names.put("fab-t", new AttackSpec.FabTargeted(100, 9, 1));
        names.put("square", new AttackSpec.Square(5000, 1, 0.8));
        return Collections.unmodifiableMap(names);
    }

    /**
     * The attack of a name, or of a JSON object such as <code>{"type": "pgd", "steps": 20, "restarts": 5}</code>.
     *
     * @throws org.smoothbench.core.problem.ProblemException if there is none, with what may have been meant
     */
    public static AttackSpec parse(String text) {
        if (text.stripLeading().startsWith("{")) {
            return ofJson(text);
        }
        AttackSpec known = KNOWN.get(text);
        if (known != null) {
            return known;
        }
        Matcher pgd = PGD.matcher(text);
        if (pgd.matches() && Integer.parseInt(pgd.group(1)) > 0) {
            return AttackSpec.Pgd.steps(Integer.parseInt(pgd.group(1)));
        }
        throw new Problem.Specification(
                        "no attack is called \"" + text + "\"" + NearestName.hint(text, KNOWN.keySet()),
                        "--attack",
                        "choose from " + String.join(", ", KNOWN.keySet())
                                + ", pgd-N with any number of steps, or give a JSON object with its settings")
                .asException();
    }

    private static AttackSpec ofJson(String text) {
        JsonArray attacks = new JsonArray();
        attacks.add(tree(text));
        JsonObject plan = new JsonObject();
        plan.add("attacks", attacks);
        RecordReader reader = new RecordReader();
        EvaluationPlan read = reader.read(EvaluationPlan.class, plan, "$");
        if (read == null) {
            Violation first = reader.violations().getFirst();
            throw new Problem.Specification(
                            first.text(), "--attack " + first.path().replace("$.attacks[0]", "$"), "correct it there")
                    .asException();
        }
        return read.attacks().getFirst();
    }

    private static JsonElement tree(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw new Problem.Specification("not valid JSON: " + text, "--attack", "mend the JSON there")
                    .asException(e);
        }
    }
}
