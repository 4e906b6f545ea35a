/** The page of loss landscapes: surfaces of up to four runs beside each other, their numbers and their files. */
@NullMarked
package org.smoothbench.app.landscape;

import org.jspecify.annotations.NullMarked;
