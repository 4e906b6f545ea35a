package org.smoothbench.app.landscape;

import org.smoothbench.app.page.PageHelp;

/** What explains the page of landscapes. */
final class LandscapeHelp {

    static final PageHelp PAGE = PageHelp.of(
            "Landscape",
            "The loss of a model over a plane of images around one image, or over its weights: how smooth it is, to be seen"
                    + " and in figures. Up to four runs stand side by side: those whose eye is open in the list of runs, or"
                    + " else the selected one.",
            new PageHelp.Topic(
                    "The plane",
                    "x + a u + b v. u is where an attack wants to go, one budget long; v a random direction or another"
                            + " attack's. a and b are counted in budgets, so the diamond |a| + |b| ≤ 1 lies within what the"
                            + " attacker may do. All models share image, seed and recipe of the directions; where an attack"
                            + " gives a direction, it is the attack on that model."),
            new PageHelp.Topic(
                    "Surfaces",
                    "Drag to orbit, with shift to pan; wheel or + and − zoom; arrows orbit, W, A, S and D pan; T, I and F look"
                            + " from the top, the corner and the front; 0 or a double click returns. Cameras are linked and"
                            + " heights have one range unless the View menu says otherwise. F9 gives the pictures all the"
                            + " room, and takes it back."),
            new PageHelp.Topic(
                    "Maps",
                    "The wheel or + and − zoom about what is pointed at; drag, or W, A, S and D, to move; 0, Home or a double"
                            + " click shows all again. Linked maps show the same part."),
            new PageHelp.Topic(
                    "Under the pointer",
                    "The vertex that is pointed at is read in all pictures: a and b, loss and margin, what is predicted, and"
                            + " the image itself beside x. In a surface Shift and the arrow keys go from vertex to vertex, in"
                            + " a map the arrow keys alone; Escape lets go."),
            new PageHelp.Topic(
                    "The attack",
                    "The white ball is x, the red one x′, where the attack ended; the line is its way, projected onto the"
                            + " plane. How far its steps are off the plane is written in the map."),
            new PageHelp.Topic(
                    "Cross-section",
                    "All models along the line from A to B. Its ends can be dragged in every picture; Ctrl and the arrow keys"
                            + " move B along the axes, with Shift A. Places where the grid is crossed are exact, so that"
                            + " kinks stay sharp."),
            new PageHelp.Topic(
                    "Roughness",
                    "Of all measures, smaller is smoother. A dot marks the smallest figure. One image says little about a"
                            + " model: measure over several to see mean and quantiles. Point at a measure to read how it is"
                            + " computed."),
            new PageHelp.Topic(
                    "Export",
                    "Pictures of what is seen as PNG, maps and sections as SVG and PDF, surfaces as PLY and OBJ, numbers as CSV"
                            + " and NPY, an orbit as GIF or as numbered PNG files. Pictures carry the caption."));

    private LandscapeHelp() {}
}
