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
 * A hierarchical configuration over an INI file that loses nothing. Sections that bear one name are child nodes of one
 * name, in their order: {@code GRP_CSS(1).DCR_EP_NAME}; keys that repeat are values of one key; keys before the first
 * section are top-level keys. Saving writes the file as it was read, comments and all, but for the lines that changed.
 * New keys and sections are written in the order and the letter case that they were given. Keys are compared as Commons
 * Configuration does, with regard to case. What an INI file has no place for, or would read as something else, is
 * refused when it is set, with {@link IllegalArgumentException}; so is a character that the file's charset lacks.
 *
 * <p><b>Encoding.</b> Works with {@code FileBasedConfigurationBuilder}, {@code ReloadingFileBasedConfigurationBuilder}
 * and a {@code FileHandler} without a builder. If no encoding is set, the charset of a file is detected, as
 * {@link IniDocument#parse(byte[])} does, and kept; new files are UTF-8. If one is set, files are read and new files are
 * written in it; it must be one that {@link IniDocument#supports}. An encoding that does not fit a file is refused when
 * the file is loaded. A file that was loaded keeps its charset: an encoding that is set later and cannot carry the file is
 * refused when the file is saved. For a new file use {@link #IniDocumentConfiguration(Charset)}: a handler tells its
 * encoding only when it saves, and only the constructor has texts refused when they are set. Set the encoding on the
 * handler: {@code FileHandler.load(InputStream, String)} does not pass its encoding on.
 *
 * <p><b>Lists.</b> A list is a key that repeats, a line for each value. A {@code ListDelimiterHandler}, which has to be
 * set before the file is read, splits what is set and likewise what is read: with a comma, {@code k = a,b} in the file is
 * two values of {@code k}, which stay on their line if one of them is changed or removed; values that are added get lines
 * of their own. A value that the handler would split is written escaped, and no other. A value is not split if a part of
 * it could not stand alone, as half a quotation could not.
 *
 * <p>Like other configurations it is guarded by the {@code Synchronizer} that it is given, and by none otherwise.
 */
public class IniDocumentConfiguration extends BaseHierarchicalConfiguration
        implements FileBasedConfiguration, InputStreamSupport, FileLocatorAware {

    /**
     * The encoding that a builder has if none is set: charsets are detected, and files and streams are written byte by
     * byte. A {@code FileHandler} without a builder needs it, or the file's own encoding, to save to streams; to files it
     * saves byte by byte without. It is ISO-8859-1, which carries every byte, under an alias that means this only here.
     */
    public static final String DETECTED = "ISO_8859-1:1987";

    static {
        FileBasedConfigurationBuilder.setDefaultEncoding(IniDocumentConfiguration.class, DETECTED);
    }

    /** What a handler has told about the file that it reads or writes next; other callers tell nothing. */
    private @Nullable Place place;

    /** The file as it was read or saved last. */
    private IniDocument stored;

    /** An empty configuration, which becomes a file in UTF-8 if no encoding is set. */
    public IniDocumentConfiguration() {
        this(StandardCharsets.UTF_8);
    }

    /**
     * An empty configuration for a new file in a charset. Set that encoding on the builder's or file handler, too.
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
     * @throws ConfigurationException if an encoding was set that is not the file's or could not carry it when it is
     *     saved: who saves empties the file first, and then it would be too late to find out
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
     * @throws ConfigurationException if the text holds half a surrogate pair, or a character that the encoding lacks
     *     that is set on the file handler
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
     * Writes the file: to the writer that a builder or file handler makes, or to an {@code OutputStreamWriter} that a file
     * handler is given, exactly its bytes; to any other, its text. The handler's writer stands for a file that is empty by
     * now. So if this fails, the file is written as it was read or saved last, before the exception is thrown.
     *
     * @throws ConfigurationException if an encoding that was set after loading, or the default encoding where a stream is
     *     saved to without any, cannot carry the file; if the writer's encoding lacks a character of the text; or if
     *     something cannot stand in such a file that was set past the methods of this class, which refuse it
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
     * The names of the sections in their order, each once; first null, which stands for the keys before the first section,
     * if there are any.
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
     * The section with this name, whose changes are changes of this configuration. If several bear the name, it is the
     * first; {@code configurationAt("NAME(1)", true)} gives the next one. If there is none, it is added.
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

    /** The key of the first section with this name, of which dots and brackets are part. */
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

    /** A handler tells anew each time, so that a caller's own reader or writer is not taken for the handler's. */
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

    /** The file goes with the nodes, so that a clone saves as this configuration does. */
    @Override
    protected NodeModel<ImmutableNode> cloneNodeModel() {
        return model().copy(this);
    }

    private DocumentModel model() {
        return (DocumentModel) getNodeModel();
    }
}
