package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.FileBasedConfiguration;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileLocator;
import org.apache.commons.configuration2.io.FileLocatorAware;
import org.apache.commons.configuration2.io.FileLocatorUtils;
import org.apache.commons.configuration2.io.InputStreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchical configuration over an INI file that loses nothing. Sections that bear one name are child nodes of one
 * name, in their order: {@code GRP_CSS(1).DCR_EP_NAME}; keys that repeat are values of one key; keys before the first
 * section are top-level keys. Saving writes the file as it was read, comments and all, but for the lines that changed.
 * Keys are compared as Commons Configuration does, with regard to case.
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

    private IniDocument document = IniDocument.empty(StandardCharsets.UTF_8, "\n");
    private boolean loaded;
    private @Nullable FileLocator locator;

    /** An empty configuration. */
    public IniDocumentConfiguration() {}

    /** The file as it would be saved now. */
    public IniDocument document() throws ConfigurationException {
        return new DocumentWriter(document, getNodeModel()).write();
    }

    @Override
    public void read(InputStream in) throws IOException {
        take(IniDocument.parse(in.readAllBytes()));
    }

    @Override
    public void read(Reader in) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            text.append(buffer, 0, count);
        }
        take(IniDocument.parse(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    /** What is read into a configuration that has a file already is added to it, as new sections and keys. */
    private void take(IniDocument read) {
        DocumentNodes nodes = new DocumentNodes(read, !loaded);
        if (!loaded) {
            document = read;
            loaded = true;
        }
        getNodeModel().mergeRoot(nodes.root(), null, nodes.references(), null, this);
    }

    /**
     * Writes the file. To a writer that a builder or file handler made, exactly the bytes of the file; else its text.
     *
     * @throws ConfigurationException if a value cannot stand in such a file, or the encoding that was set for saving is
     *     not that of the file and cannot carry it
     */
    @Override
    public void write(Writer out) throws ConfigurationException, IOException {
        IniDocument written = document();
        byte[] bytes = written.toBytes();
        if (locator == null || !FileLocatorUtils.isLocationDefined(locator)) {
            out.write(new String(bytes, written.charset()));
            out.flush();
            return;
        }
        String encoding = locator.getEncoding();
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        String text = new String(bytes, charset);
        if (!Arrays.equals(text.getBytes(charset), bytes)) {
            throw new ConfigurationException("encoding " + charset + " cannot carry this file, which is "
                    + written.charset() + "; set no encoding, ISO-8859-1, or the file's own");
        }
        out.write(text);
        // File handlers close the stream below without flushing the writer.
        out.flush();
    }

    @Override
    public void initFileLocator(FileLocator fileLocator) {
        this.locator = fileLocator;
    }

    @Override
    protected void clearInternal() {
        super.clearInternal();
        document = IniDocument.empty(StandardCharsets.UTF_8, "\n");
        loaded = false;
    }
}
