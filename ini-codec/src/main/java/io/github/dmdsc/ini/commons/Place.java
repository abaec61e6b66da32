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

/** What a file handler tells before it reads or writes: the encoding that it was given, and the location if it has one. */
record Place(FileLocator locator) {
    /** Whether the handler has the encoding that stands for none. */
    boolean isDetecting() {
        return IniDocumentConfiguration.DETECTED.equals(locator.getEncoding());
    }

    /** The encoding that somebody set, if somebody did. */
    Optional<Charset> encoding() throws ConfigurationException {
        @Nullable String name = locator.getEncoding();
        return name == null || isDetecting()
                ? Optional.empty()
                : Optional.of(Charsets.requireSupported(Charsets.named(name)));
    }

    /** The encoding to read in, if none is to be detected: the default one if only that could be written. */
    Optional<Charset> encodingToRead() throws ConfigurationException {
        boolean isDefault = locator.getEncoding() == null && isLocation() && !isFile();
        return isDefault ? Optional.of(Charsets.requireSupported(Charset.defaultCharset())) : encoding();
    }

    /** The encoding of the writer that a handler makes unless it is told otherwise for that one call. */
    Charset ofWriter() throws ConfigurationException {
        @Nullable String name = locator.getEncoding();
        return name == null ? Charset.defaultCharset() : Charsets.named(name);
    }

    boolean isLocation() {
        return FileLocatorUtils.isLocationDefined(locator);
    }

    /** Whether this is a file that is opened as any other, so that it may be written without the handler's writer. */
    boolean isFile() {
        FileSystem files = locator.getFileSystem();
        return locator.getSourceURL() != null
                && FileLocatorUtils.fileFromURL(locator.getSourceURL()) != null
                && (files == null || files == FileLocatorUtils.DEFAULT_FILE_SYSTEM);
    }

    /** Writes the file through a stream of its own. */
    void write(byte[] bytes) throws ConfigurationException, IOException {
        try (OutputStream out = FileLocatorUtils.DEFAULT_FILE_SYSTEM.getOutputStream(locator.getSourceURL())) {
            out.write(bytes);
        }
    }
}
