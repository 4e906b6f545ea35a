package org.smoothbench.core.activation;

import java.math.BigDecimal;
import java.math.MathContext;

/** The paper's formulas as they stand there, with 90 digits: no care for cancellation is needed, so none can be wrong. */
final class Exact {

    private static final MathContext DIGITS = new MathContext(90);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.TWO;

    /** A central difference with this step is exact to about 40 digits. */
    private static final BigDecimal STEP = new BigDecimal("1e-20");

    private Exact() {}

    static double value(Activation f, double x) {
        return of(f, new BigDecimal(x)).doubleValue();
    }

    static double firstDerivative(Activation f, double x) {
        BigDecimal at = new BigDecimal(x);
        return of(f, at.add(STEP))
                .subtract(of(f, at.subtract(STEP)))
                .divide(STEP.multiply(TWO), DIGITS)
                .doubleValue();
    }

    static double secondDerivative(Activation f, double x) {
        BigDecimal at = new BigDecimal(x);
        return of(f, at.add(STEP))
                .add(of(f, at.subtract(STEP)))
                .subtract(of(f, at).multiply(TWO))
                .divide(STEP.multiply(STEP), DIGITS)
                .doubleValue();
    }

    private static BigDecimal of(Activation f, BigDecimal x) {
        boolean above = x.signum() > 0;
        return switch (f) {
            case Relu _ -> above ? x : BigDecimal.ZERO;
            case LeakyRelu leaky -> above ? x : x.multiply(decimal(leaky.slope()));
            case Softplus _ -> log(ONE.add(exp(x)));
            case ParametricSoftplus soft ->
                log(ONE.add(exp(x.multiply(decimal(soft.alpha()))))).divide(decimal(soft.alpha()), DIGITS);
            case Silu _ -> x.multiply(sigmoid(x));
            case Swish swish -> x.multiply(sigmoid(x.multiply(decimal(swish.beta()))));
            case Gelu _ ->
                x.multiply(ONE.add(erf(x.divide(TWO.sqrt(DIGITS), DIGITS)))).divide(TWO, DIGITS);
            case Elu elu -> above ? x : decimal(elu.alpha()).multiply(exp(x).subtract(ONE));
            case Celu celu ->
                above
                        ? x
                        : decimal(celu.alpha())
                                .multiply(exp(x.divide(decimal(celu.alpha()), DIGITS))
                                        .subtract(ONE));
            case SmoothRelu smooth -> above ? smoothRelu(x, decimal(smooth.alpha())) : BigDecimal.ZERO;
            case Mish _ -> {
                BigDecimal square = ONE.add(exp(x)).pow(2);
                yield x.multiply(square.subtract(ONE).divide(square.add(ONE), DIGITS));
            }
            case Pssilu shifted ->
                x.multiply(sigmoid(x.multiply(decimal(shifted.alpha()))).subtract(decimal(shifted.beta())))
                        .divide(ONE.subtract(decimal(shifted.beta())), DIGITS);
        };
    }

    private static BigDecimal smoothRelu(BigDecimal x, BigDecimal alpha) {
        return x.subtract(log(alpha.multiply(x).add(ONE)).divide(alpha, DIGITS));
    }

    private static BigDecimal sigmoid(BigDecimal x) {
        return ONE.divide(ONE.add(exp(x.negate())), DIGITS);
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value);
    }

    /** Taylor's series of x / 2^16, squared 16 times. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1 << 16), DIGITS);
        BigDecimal term = ONE;
        BigDecimal sum = ONE;
        for (int n = 1; n < 40; n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 16; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** Halley's iteration, which triples the digits. */
    private static BigDecimal log(BigDecimal y) {
        BigDecimal x = new BigDecimal(Math.log(y.doubleValue()));
        for (int i = 0; i < 3; i++) {
            BigDecimal e = exp(x);
            x = x.add(TWO.multiply(y.subtract(e)).divide(y.add(e), DIGITS), DIGITS);
        }
        return x;
    }

    /** Its power series, which converges everywhere. */
    private static BigDecimal erf(BigDecimal x) {
        BigDecimal square = x.multiply(x, DIGITS).negate();
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int n = 1; n < 500; n++) {
            power = power.multiply(square, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), DIGITS);
        }
        return sum.multiply(TWO).divide(pi().sqrt(DIGITS), DIGITS);
    }

    private static BigDecimal pi() {
        return new BigDecimal(
                "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798");
    }
}
