package io.lancang.kit.release;

/** Another load of the dataset is running. Nothing of the file was read. */
public final class LoadRefusedException extends RuntimeException {
    LoadRefusedException(String dataset) {
        super("Another release of " + dataset + " is being loaded or withdrawn.", null, false, false);
    }
}
