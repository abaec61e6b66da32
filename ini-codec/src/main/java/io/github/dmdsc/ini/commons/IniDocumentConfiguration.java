package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.FileBasedConfiguration;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.ex.ConfigurationRuntimeException;
import org.apache.commons.configuration2.io.FileLocator;
import org.apache.commons.configuration2.io.FileLocatorAware;
import org.apache.commons.configuration2.io.FileLocatorUtils;
import org.apache.commons.configuration2.io.InputStreamSupport;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.commons.configuration2.tree.NodeModel;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchical configuration over an INI file that loses nothing. Sections that bear one name are child nodes of one
 * name, in their order: {@code GRP_CSS(1).DCR_EP_NAME}; keys that repeat are values of one key; keys before the first
 * section are top-level keys. Saving writes the file as it was read, comments and all, but for the lines that changed.
 * Keys are compared as Commons Configuration does, with regard to case. What an INI file has no place for, or would read
 * as something else, is refused when it is set, with {@link IllegalArgumentException}.
 *
 * <p>Works with {@code FileBasedConfigurationBuilder} and {@code ReloadingFileBasedConfigurationBuilder}, which need no
 * encoding: files are read as bytes and their charset is detected. Like other configurations it is guarded by the
 * {@code Synchronizer} that it is given, and by none otherwise.
 */
public class IniDocumentConfiguration extends BaseHierarchicalConfiguration
        implements FileBasedConfiguration, InputStreamSupport, FileLocatorAware {

    static {
        // Builders hand over a writer, not a stream; in Latin-1 it passes every byte on as it is.
        FileBasedConfigurationBuilder.setDefaultEncoding(
                IniDocumentConfiguration.class, StandardCharsets.ISO_8859_1.name());
    }

    private @Nullable FileLocator locator;

    /** An empty configuration. */
    public IniDocumentConfiguration() {
        super(new DocumentModel());
    }

    /** The file as it would be saved now. */
    public IniDocument document() throws ConfigurationException {
        beginRead(false);
        try {
            return model().changed();
        } finally {
            endRead();
        }
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if an encoding was set that could not carry the file when it is saved: who saves
     *     empties the file first, and then it would be too late to find out
     */
    @Override
    public void read(InputStream in) throws ConfigurationException, IOException {
        IniDocument read = IniDocument.parse(in.readAllBytes());
        Optional<Charset> encoding = encoding();
        if (encoding.isPresent()) {
            carried(read, encoding.get());
        }
        take(read);
    }

    @Override
    public void read(Reader in) throws ConfigurationException, IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            text.append(buffer, 0, count);
        }
        take(IniDocument.parse(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private void take(IniDocument read) throws ConfigurationException {
        beginWrite(false);
        try {
            model().read(read, this);
        } finally {
            endWrite();
        }
    }

    /**
     * Writes the file: to the writer that a builder or file handler makes, exactly its bytes; to any other, its text.
     * Such a writer stands for a file that is empty by now. So if this fails, the file is written as it was read, before
     * the exception is thrown.
     *
     * @throws ConfigurationException if the encoding was changed after loading and cannot carry the file, which is then
     *     written as text in that encoding; or if something cannot stand in such a file that was set past the methods of
     *     this class, which refuse it
     */
    @Override
    public void write(Writer out) throws ConfigurationException, IOException {
        Optional<Charset> encoding = encoding().filter(charset -> encodesIn(out, charset));
        IniDocument loaded = model().document();
        String text;
        try {
            IniDocument document = document();
            text = encoding.isPresent() ? carried(document, encoding.get()) : text(document);
        } catch (ConfigurationException | RuntimeException failure) {
            out.write(encoding.flatMap(charset -> carriedBy(charset, loaded)).orElseGet(() -> text(loaded)));
            out.flush();
            throw failure;
        }
        out.write(text);
        // File handlers close the stream below without flushing the writer.
        out.flush();
    }

    private static String text(IniDocument document) {
        return new String(document.toBytes(), document.charset());
    }

    private static String carried(IniDocument document, Charset charset) throws ConfigurationException {
        return carriedBy(charset, document)
                .orElseThrow(
                        () -> new ConfigurationException("encoding " + charset + " cannot carry this file, which is "
                                + document.charset() + "; set ISO-8859-1, which carries any, or the file's own"));
    }

    /** A text that gives the bytes of the file, byte by byte, when it is written in an encoding. */
    private static Optional<String> carriedBy(Charset charset, IniDocument document) {
        byte[] bytes = document.toBytes();
        String text = new String(bytes, charset);
        return Arrays.equals(text.getBytes(charset), bytes) ? Optional.of(text) : Optional.empty();
    }

    /** The encoding of the file that this was loaded from or is saved to, if it is a file. */
    private Optional<Charset> encoding() throws ConfigurationException {
        FileLocator file = locator;
        if (file == null || !FileLocatorUtils.isLocationDefined(file)) {
            return Optional.empty();
        }
        String name = file.getEncoding();
        try {
            return Optional.of(name == null ? Charset.defaultCharset() : Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            throw new ConfigurationException("no such encoding: " + name, unknown);
        }
    }

    private static boolean encodesIn(Writer out, Charset charset) {
        return out instanceof OutputStreamWriter writer
                && writer.getEncoding() != null
                && Charset.forName(writer.getEncoding()).equals(charset);
    }

    @Override
    public void initFileLocator(FileLocator fileLocator) {
        this.locator = fileLocator;
    }

    /** The file goes with the nodes, so that a clone saves as this configuration does. */
    @Override
    protected NodeModel<ImmutableNode> cloneNodeModel() {
        DocumentModel copy = new DocumentModel();
        try {
            copy.read(model().changed(), this);
        } catch (ConfigurationException unsavable) {
            throw new ConfigurationRuntimeException(unsavable);
        }
        return copy;
    }

    private DocumentModel model() {
        return (DocumentModel) getNodeModel();
    }
}
