package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.FileBasedConfiguration;
import org.apache.commons.configuration2.SubnodeConfiguration;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.convert.ListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileLocator;
import org.apache.commons.configuration2.io.FileLocatorAware;
import org.apache.commons.configuration2.io.InputStreamSupport;
import org.apache.commons.configuration2.tree.DefaultConfigurationKey;
import org.apache.commons.configuration2.tree.DefaultExpressionEngine;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.commons.configuration2.tree.NodeModel;
import org.apache.commons.configuration2.tree.NodeSelector;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchical configuration over an INI file that keeps everything in the file. Sections with the same name are
 * child nodes with the same name, in their order: {@code GRP_CSS(1).DCR_EP_NAME}. A key that repeats is one key with
 * several values. Keys before the first section are top-level keys. Saving writes the file as it was read, with its
 * comments, except for the lines that changed. New keys and sections are written in the order and the letter case in
 * which they were set. Keys are compared with regard to case, as in Commons Configuration. A text that an INI file
 * cannot hold or would read differently, and a character that the file's charset lacks, are refused with {@link
 * IllegalArgumentException} when they are set.
 *
 * <p><b>Encoding.</b> The class works with {@code FileBasedConfigurationBuilder}, with {@code
 * ReloadingFileBasedConfigurationBuilder}, and with a {@code FileHandler} without a builder.
 *
 * <ul>
 *   <li>If no encoding is set, the charset of a file is detected as {@link IniDocument#parse(byte[])} does, and kept.
 *       New files are in UTF-8.
 *   <li>If an encoding is set, files are read and new files are written in it. It must be one that {@link
 *       IniDocument#supports}. An encoding that does not fit a file is refused when the file is loaded.
 *   <li>A file that was loaded keeps its charset. An encoding that is set later and cannot hold the file is refused
 *       when the file is saved.
 *   <li>For a new file, use {@link #IniDocumentConfiguration(Charset)}. A handler gives its encoding only when it
 *       saves, so only this constructor lets the configuration refuse texts when they are set.
 *   <li>Set the encoding on the handler: {@code FileHandler.load(InputStream, String)} does not pass its encoding on.
 * </ul>
 *
 * <p><b>Lists.</b> A list is a key that repeats, with one line for each value. If you set a {@code
 * ListDelimiterHandler}, set it before the file is read. It splits values that are set and values that are read: with a
 * comma, {@code k = a,b} in the file is two values of {@code k}. They stay on their line if one of them is changed or
 * removed; values that are added get their own lines. Only a value that the handler would split is written escaped. A
 * value is not split if a part of it could not stand alone, for example half a quoted text.
 *
 * <p>Access is guarded by the {@code Synchronizer} that you set; without one, it is not guarded.
 */
public class IniDocumentConfiguration extends BaseHierarchicalConfiguration
        implements FileBasedConfiguration, InputStreamSupport, FileLocatorAware {

    /**
     * The encoding of a builder if none is set. With it, charsets are detected, and files and streams are written byte
     * by byte. To save to a stream with a {@code FileHandler} without a builder, set this encoding or the encoding of
     * the file. To save to a file, no encoding is needed. The name is an alias of ISO-8859-1, which can hold every
     * byte; only this class gives the alias this meaning.
     */
    public static final String DETECTED = "ISO_8859-1:1987";

    static {
        FileBasedConfigurationBuilder.setDefaultEncoding(IniDocumentConfiguration.class, DETECTED);
    }

    /**
     * The file that the handler reads or writes next, as the handler announced it; null if the caller is not a handler.
     */
    private @Nullable Place place;

    /** The file as it was read or saved last. */
    private IniDocument stored;

    /** An empty configuration. It is saved in UTF-8 if no encoding is set. */
    public IniDocumentConfiguration() {
        this(StandardCharsets.UTF_8);
    }

    /**
     * An empty configuration for a new file in a charset. Set the same encoding on the builder or the file handler.
     *
     * @throws IllegalArgumentException if the charset is not {@linkplain IniDocument#supports supported}
     */
    public IniDocumentConfiguration(Charset charset) {
        super(new DocumentModel(charset));
        stored = model().document();
    }

    /** The file as it would be saved now. */
    public IniDocument document() throws ConfigurationException {
        return changed(Optional.empty());
    }

    private IniDocument changed(Optional<Charset> charset) throws ConfigurationException {
        beginRead(false);
        try {
            return charset.isPresent() ? model().changed(charset.get()) : model().changed();
        } finally {
            endRead();
        }
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if an encoding was set that is not the encoding of the file, or that could not
     *     hold the file when it is saved. This is checked now, because saving first empties the file
     */
    @Override
    public void read(InputStream in) throws ConfigurationException, IOException {
        Place from = takePlace();
        byte[] bytes = in.readAllBytes();
        Optional<Charset> encoding = from == null ? Optional.empty() : from.encodingToRead();
        boolean isWrittenByWriter = from == null || !from.isFile();
        IniDocument read =
                encoding.isPresent() ? Charsets.parse(bytes, encoding.get(), isWrittenByWriter) : Charsets.parse(bytes);
        take(read, true);
    }

    /**
     * Reads a text.
     *
     * @throws ConfigurationException if the text holds half a surrogate pair, or a character that is not in the
     *     encoding of the file handler
     */
    @Override
    public void read(Reader in) throws ConfigurationException, IOException {
        Place from = takePlace();
        StringWriter text = new StringWriter();
        in.transferTo(text);
        Optional<Charset> encoding = from == null ? Optional.empty() : from.encoding();
        take(Charsets.parse(text.toString(), encoding.orElse(StandardCharsets.UTF_8)), false);
    }

    private void take(IniDocument read, boolean isBytes) throws ConfigurationException {
        beginWrite(false);
        try {
            model().read(read, isBytes, this);
            if (model().document().equals(read)) {
                stored = read;
            }
        } finally {
            endWrite();
        }
    }

    /**
     * Writes the file. The writer of a builder or a file handler, and an {@code OutputStreamWriter} that you give to a
     * file handler, get exactly its bytes. Any other writer gets its text. Before this method is called, the handler
     * has emptied the file. Therefore, if writing fails, the last content that was read or saved is written before the
     * exception is thrown.
     *
     * @throws ConfigurationException if the file cannot be held by an encoding that was set after loading, or by the
     *     default encoding of a stream without one; if the encoding of the writer lacks a character of the text; or if
     *     the node tree was changed without the methods of this class, and an INI file cannot hold it
     */
    @Override
    public void write(Writer out) throws ConfigurationException, IOException {
        Output output = new Output(out, takePlace());
        try {
            Optional<Charset> charset = output.charset();
            IniDocument document = changed(charset);
            output.write(document);
            if (output.isLocation()) {
                model().savedIn(charset.orElse(document.charset()));
                stored = document;
            }
        } catch (ConfigurationException | RuntimeException failure) {
            output.restore(stored);
            throw failure;
        }
    }

    /**
     * The names of the sections in their order, each once. If there are keys before the first section, {@code null}
     * stands for them and comes first.
     */
    public Set<@Nullable String> getSections() {
        beginRead(false);
        try {
            Set<@Nullable String> names = new LinkedHashSet<>();
            for (ImmutableNode node : model().getRootNode().getChildren()) {
                names.add(model().isSection(node) ? node.getNodeName() : null);
            }
            return names;
        } finally {
            endRead();
        }
    }

    /**
     * Returns the section with this name. Changes of it are changes of this configuration. If several sections have the
     * name, it is the first; {@code configurationAt("NAME(1)", true)} gives the next one. If there is none, it is
     * added.
     *
     * @param name the name itself, not a key; null for the keys before the first section
     * @throws IllegalArgumentException if there is no such section, and none could be saved
     */
    public SubnodeConfiguration getSection(@Nullable String name) {
        if (name == null) {
            NodeSelector root = new NodeSelector(null);
            model().trackNode(root, this);
            SubnodeConfiguration global = new SubnodeConfiguration(this, new GlobalSection(this, model(), root));
            initSubConfigurationForThisParent(global);
            return global;
        }
        if (sectionKey(name).isEmpty()) {
            addNodes(null, List.of(new ImmutableNode.Builder().name(name).create()));
        }
        return (SubnodeConfiguration) configurationAt(sectionKey(name).orElseThrow(), true);
    }

    /** Returns the key of the first section with this name. Dots and brackets in the name are escaped. */
    private Optional<String> sectionKey(String name) {
        int index = 0;
        for (ImmutableNode node : model().getRootNode().getChildren()) {
            boolean isNamed = name.equals(node.getNodeName());
            if (isNamed && model().isSection(node)) {
                if (!(getExpressionEngine() instanceof DefaultExpressionEngine engine)) {
                    return Optional.of(nodeKey(node, new HashMap<>(), model().getNodeHandler()));
                }
                DefaultConfigurationKey key = new DefaultConfigurationKey(engine).append(name, true);
                key.appendIndex(index);
                return Optional.of(key.toString());
            }
            index += isNamed ? 1 : 0;
        }
        return Optional.empty();
    }

    /**
     * Returns the announced file, and forgets it. A handler announces the file before each call, so without an
     * announcement the reader or writer belongs to another caller.
     */
    private @Nullable Place takePlace() {
        Place taken = place;
        place = null;
        return taken;
    }

    @Override
    public void initFileLocator(FileLocator fileLocator) {
        place = new Place(fileLocator);
    }

    @Override
    public void setListDelimiterHandler(ListDelimiterHandler handler) {
        super.setListDelimiterHandler(handler);
        model().setLists(handler);
    }

    /** Copies the file with the nodes, so that a clone saves as this configuration does. */
    @Override
    protected NodeModel<ImmutableNode> cloneNodeModel() {
        return model().copy(this);
    }

    private DocumentModel model() {
        return (DocumentModel) getNodeModel();
    }
}
