package org.smoothbench.core.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.problem.Problem;

/**
 * PyTorch on one device, for one thread: the thread that opens it. Closing it frees every tensor made from its manager.
 */
public final class TorchEngine implements AutoCloseable {

    private final Engine engine;
    private final Device device;
    private final NDManager manager;
    private final int threads;

    private TorchEngine(Engine engine, Device device, int threads) {
        this.engine = engine;
        this.device = device;
        this.threads = threads;
        this.manager = engine.newBaseManager(device);
    }

    /**
     * Starts PyTorch, or joins it if it runs, and takes a device.
     *
     * @throws org.smoothbench.core.problem.ProblemException if PyTorch cannot be loaded or the device is not there
     */
    public static TorchEngine open(RuntimeSpec runtime) {
        // DJL would ask a cloud provider's address for its machine's name at the first start.
        System.setProperty("OPT_OUT_TRACKING", "true");
        Engine engine = start();
        int threads =
                runtime.threads() > 0 ? runtime.threads() : Runtime.getRuntime().availableProcessors();
        JniUtils.setNumThreads(threads);
        // Grad mode is a setting of the thread and on by default; gradients are asked for where they are wanted.
        JniUtils.setGradMode(false);
        return new TorchEngine(engine, select(engine, runtime.device()), threads);
    }

    private static Engine start() {
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
            throw new Problem.Device("PyTorch cannot be loaded: " + e.getMessage(), "", "see: smoothbench doctor")
                    .asException(e);
        }
    }

    private static Device select(Engine engine, String requested) {
        int gpus = engine.getGpuCount();
        if (requested.equals("cpu") || (requested.equals("auto") && gpus == 0)) {
            return Device.cpu();
        }
        int index = requested.equals("auto") ? 0 : Integer.parseInt(requested.substring("gpu:".length()));
        if (index >= gpus) {
            String found = gpus == 0 ? "PyTorch sees no GPU here" : "PyTorch sees only " + gpus + " GPUs here";
            throw new Problem.Device(
                            found,
                            "$.runtime.device \"" + requested + "\"",
                            "use auto or cpu, or see: smoothbench doctor")
                    .asException();
        }
        return Device.gpu(index);
    }

    /** The manager of everything that lives as long as this engine. */
    public NDManager manager() {
        return manager;
    }

    /** The device tensors lie on. */
    public Device device() {
        return device;
    }

    /** The device in words, such as {@code CPU (2 threads)} or {@code GPU 0 (compute capability 9.0)}. */
    public String deviceLabel() {
        return device.isGpu()
                ? "GPU " + device.getDeviceId() + " (compute capability "
                        + CudaUtils.getComputeCapability(device.getDeviceId()) + ")"
                : "CPU (" + threads + (threads == 1 ? " thread)" : " threads)");
    }

    /** CPU threads of one operation. */
    public int threads() {
        return threads;
    }

    /** The version of libtorch. */
    public String version() {
        return engine.getVersion();
    }

    /** Restarts the device's random numbers; everything drawn afterwards follows from the seed. */
    public void seed(long seed) {
        engine.setRandomSeed((int) (seed ^ (seed >>> 32)));
    }

    @Override
    public void close() {
        manager.close();
    }
}
