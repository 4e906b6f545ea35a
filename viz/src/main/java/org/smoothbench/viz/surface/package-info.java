/**
 * Loss surfaces in three dimensions. One model says what is shown, one projection where; a software renderer draws it on
 * every machine, JavaFX 3-D where there is a graphics card. Texts are painted above either as other charts are.
 *
 * <p>FXyz3D is not used: its surface mesh is rebuilt for every step of a morph (75 ms at 201 × 201, 0.9 ms in place), its
 * palettes colour lines wrongly where a row of the palette ends, and its axes carry no labels.
 */
@NullMarked
package org.smoothbench.viz.surface;

import org.jspecify.annotations.NullMarked;
