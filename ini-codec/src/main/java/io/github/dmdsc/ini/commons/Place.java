package io.github.dmdsc.ini.commons;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileLocator;
import org.apache.commons.configuration2.io.FileLocatorUtils;
import org.apache.commons.configuration2.io.FileSystem;
import org.jspecify.annotations.Nullable;

/** The file that a file handler announces before it reads or writes: its encoding, and its location if it has one. */
record Place(FileLocator locator) {
    /**
     * Returns whether the handler has the encoding {@link IniDocumentConfiguration#DETECTED}, which means that none is
     * set.
     */
    boolean isDetecting() {
        return IniDocumentConfiguration.DETECTED.equals(locator.getEncoding());
    }

    /** Returns the encoding that was set; empty if none was. */
    Optional<Charset> encoding() throws ConfigurationException {
        @Nullable String name = locator.getEncoding();
        return name == null || isDetecting()
                ? Optional.empty()
                : Optional.of(Charsets.requireSupported(Charsets.named(name)));
    }

    /**
     * Returns the encoding for reading; empty if it is to be detected. A location that is no local file, without an
     * encoding, can only be written in the default encoding, so it is also read in it.
     */
    Optional<Charset> encodingToRead() throws ConfigurationException {
        boolean isDefault = locator.getEncoding() == null && isLocation() && !isFile();
        return isDefault ? Optional.of(Charsets.requireSupported(Charset.defaultCharset())) : encoding();
    }

    /** Returns the encoding of the writer that the handler creates, unless a call gives another one. */
    Charset ofWriter() throws ConfigurationException {
        @Nullable String name = locator.getEncoding();
        return name == null ? Charset.defaultCharset() : Charsets.named(name);
    }

    boolean isLocation() {
        return FileLocatorUtils.isLocationDefined(locator);
    }

    /**
     * Returns whether this is a local file of the default file system, which can be written without the handler's
     * writer.
     */
    boolean isFile() {
        FileSystem files = locator.getFileSystem();
        return locator.getSourceURL() != null
                && FileLocatorUtils.fileFromURL(locator.getSourceURL()) != null
                && (files == null || files == FileLocatorUtils.DEFAULT_FILE_SYSTEM);
    }

    /** Writes the file through a new stream. */
    void write(byte[] bytes) throws ConfigurationException, IOException {
        try (OutputStream out = FileLocatorUtils.DEFAULT_FILE_SYSTEM.getOutputStream(locator.getSourceURL())) {
            out.write(bytes);
        }
    }
}
