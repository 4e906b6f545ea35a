package org.smoothbench.core.launch;

/**
 * What an experiment costs on this machine, measured by a few of its real training steps.
 *
 * @param device what computed, such as {@code CPU (2 threads)}
 * @param parameters trained numbers of the network
 * @param layers convolutions and fully connected layers
 * @param trainingImages images of an epoch
 * @param stepsPerEpoch batches of an epoch
 * @param epochs of the whole training
 * @param timedSteps how many steps were timed, those that warm up left out
 * @param imagesPerSecond training images per second
 * @param epochSeconds an epoch's training, evaluation left out
 * @param evaluationSeconds one evaluation; reckoned from the training passes, not run, since an untrained network is
 *     attacked less
 * @param evaluations how many there are
 * @param totalSeconds the whole run, checkpoints and smoothness left out
 * @param peakMemoryBytes the most memory the measuring process had, images included; negative where the system does not tell
 * @param deviceMemoryBytes the memory it had on the GPU at the end; negative without one
 * @param measuredAtMillis when
 */
public record Cost(
        String device,
        long parameters,
        int layers,
        int trainingImages,
        int stepsPerEpoch,
        int epochs,
        int timedSteps,
        double imagesPerSecond,
        double epochSeconds,
        double evaluationSeconds,
        int evaluations,
        double totalSeconds,
        long peakMemoryBytes,
        long deviceMemoryBytes,
        long measuredAtMillis) {}
