package io.github.dmdsc.ini.commons;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.configuration2.convert.DisabledListDelimiterHandler;
import org.apache.commons.configuration2.convert.ListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.commons.configuration2.tree.InMemoryNodeModel;
import org.apache.commons.configuration2.tree.NodeAddData;
import org.apache.commons.configuration2.tree.NodeKeyResolver;
import org.apache.commons.configuration2.tree.NodeSelector;
import org.apache.commons.configuration2.tree.NodeUpdateData;
import org.apache.commons.configuration2.tree.QueryResult;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a configuration and the document that they were read from. What could not be saved is refused when it is
 * set, because whoever saves has emptied the file before this library is asked.
 */
final class DocumentModel extends InMemoryNodeModel {
    /** Below the root there are keys and sections, below a section there are keys, and that is all. */
    private static final int DEEPEST = 2;

    private static final String LINE_END = "\n";

    private IniDocument document;
    private boolean loaded;

    /** Whether the document came as bytes, which have a charset that nothing but the file decides. */
    private boolean hasBytes;

    private ListDelimiterHandler lists = DisabledListDelimiterHandler.INSTANCE;

    /** The tree of the document as it was read, and the list handler at that time. */
    private ImmutableNode readRoot = getRootNode();

    private ListDelimiterHandler readLists = lists;

    /** A model without nodes, whose texts can be written in a charset. */
    DocumentModel(Charset charset) {
        document = IniDocument.empty(charset, LINE_END);
    }

    /** A model with the same nodes, which stand for the same parts of the same document. */
    DocumentModel copy(NodeKeyResolver<ImmutableNode> resolver) {
        DocumentModel copy = new DocumentModel(document.charset());
        copy.document = document;
        copy.loaded = loaded;
        copy.hasBytes = hasBytes;
        copy.lists = lists;
        copy.readRoot = readRoot;
        copy.readLists = readLists;
        Map<ImmutableNode, Origin> origins = new HashMap<>();
        collectOrigins(getRootNode(), origins);
        copy.mergeRoot(getRootNode(), null, origins, null, resolver);
        return copy;
    }

    private void collectOrigins(ImmutableNode node, Map<ImmutableNode, Origin> origins) {
        origin(node).ifPresent(origin -> origins.put(node, origin));
        node.getChildren().forEach(child -> collectOrigins(child, origins));
    }

    void setLists(ListDelimiterHandler handler) {
        lists = handler;
    }

    /** The document as it was read. */
    IniDocument document() {
        return document;
    }

    /** The document with all changes. */
    IniDocument changed() throws ConfigurationException {
        return new DocumentWriter(this, document).write();
    }

    /** The document with all changes for a file in a charset; a document that came as bytes keeps its own. */
    IniDocument changed(Charset charset) throws ConfigurationException {
        return hasBytes ? changed() : new DocumentWriter(this, inCharset(charset)).write();
    }

    private IniDocument inCharset(Charset charset) throws ConfigurationException {
        return document.charset().equals(charset) ? document : Charsets.parse(Charsets.text(document), charset);
    }

    /** From now on texts are checked against the charset of the file that a new configuration has been saved to. */
    void savedIn(Charset charset) throws ConfigurationException {
        if (!hasBytes) {
            document = inCharset(charset);
        }
    }

    /**
     * What is read into a model that has a document already is added to it, as new sections and keys.
     *
     * @param isBytes whether the document came as bytes
     */
    void read(IniDocument read, boolean isBytes, NodeKeyResolver<ImmutableNode> resolver)
            throws ConfigurationException {
        DocumentNodes nodes = new DocumentNodes(texts(read));
        ImmutableNode unread = loaded ? nodes.root() : getRootNode();
        IniDocument base = loaded ? document : read;
        try {
            unread.getChildren().forEach(child -> checkNode(0, child, texts(base)));
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(refused);
        }
        mergeRoot(nodes.root(), null, loaded ? Map.of() : nodes.references(), null, resolver);
        document = base;
        if (!loaded) {
            readRoot = nodes.root();
            readLists = lists;
        }
        hasBytes = loaded ? hasBytes : isBytes;
        loaded = true;
    }

    @Override
    public void clear(NodeKeyResolver<ImmutableNode> resolver) {
        super.clear(resolver);
        document = IniDocument.empty(document.isUndecodable() ? UTF_8 : document.charset(), LINE_END);
        readRoot = getRootNode();
        loaded = false;
        hasBytes = false;
    }

    Optional<Origin> origin(ImmutableNode node) {
        return Optional.ofNullable((Origin) getReferenceNodeHandler().getReference(node));
    }

    /**
     * The entries that the leaves of a section were read from.
     *
     * @param section of the document as it was read, in whatever charset
     * @param node of the section as it was read; the root for the global section
     */
    Origins origins(IniSection section, ImmutableNode node) {
        List<ImmutableNode> children = node.getChildren();
        int sections = section.index() == 0 ? document.sections().size() - 1 : 0;
        return new Origins(
                this, section, new Texts(document, readLists), children.subList(0, children.size() - sections));
    }

    /** The tree as it was read. */
    ImmutableNode readRoot() {
        return readRoot;
    }

    /**
     * What has children is a section; so is what was one and has lost them, and what has neither children nor value.
     */
    boolean isSection(ImmutableNode node) {
        return origin(node)
                .map(Origin::isSection)
                .orElseGet(() -> !node.getChildren().isEmpty() || node.getValue() == null);
    }

    Texts texts(IniDocument in) {
        return new Texts(in, lists);
    }

    @Override
    public void addProperty(
            String key, @Nullable NodeSelector selector, Iterable<?> values, NodeKeyResolver<ImmutableNode> resolver) {
        if (isInTree(selector) && values.iterator().hasNext()) {
            checkAdded(resolver.resolveAddKey(top(selector), key, getNodeHandler()), key, values);
        }
        super.addProperty(key, selector, values, resolver);
    }

    @Override
    public void setProperty(
            String key, @Nullable NodeSelector selector, Object value, NodeKeyResolver<ImmutableNode> resolver) {
        if (isInTree(selector)) {
            NodeUpdateData<ImmutableNode> update =
                    resolver.resolveUpdateKey(top(selector), key, value, getNodeHandler());
            update.getChangedValues().forEach((result, changed) -> checkChanged(result, key, changed));
            if (!update.getNewValues().isEmpty()) {
                checkAdded(
                        resolver.resolveAddKey(top(selector), update.getKey(), getNodeHandler()),
                        key,
                        update.getNewValues());
            }
        }
        super.setProperty(key, selector, value, resolver);
    }

    @Override
    public void addNodes(
            @Nullable String key,
            @Nullable NodeSelector selector,
            Collection<? extends ImmutableNode> nodes,
            NodeKeyResolver<ImmutableNode> resolver) {
        if (isInTree(selector) && nodes != null && !nodes.isEmpty()) {
            checkNodes(key, top(selector), nodes, resolver);
        }
        super.addNodes(key, selector, nodes, resolver);
    }

    /** What happens to nodes that were cut off from the tree never reaches the file. */
    private boolean isInTree(@Nullable NodeSelector selector) {
        return selector == null || !isTrackedNodeDetached(selector);
    }

    private ImmutableNode top(@Nullable NodeSelector selector) {
        return selector == null ? getRootNode() : getTrackedNode(selector);
    }

    private void checkAdded(NodeAddData<ImmutableNode> added, String key, Iterable<?> values) {
        checkPath(added, key);
        values.forEach(value -> refuse(texts().entryProblem(added.getNewNodeName(), Texts.of(value))));
    }

    private void checkPath(NodeAddData<ImmutableNode> added, @Nullable String key) {
        int depth = depth(added.getParent());
        if (added.isAttribute()
                || depth + added.getPathNodes().size() >= DEEPEST
                || (depth > 0 && !isSection(added.getParent()))) {
            refuse(DocumentWriter.noPlace(key));
        }
        added.getPathNodes().forEach(section -> refuse(texts().sectionProblem(section)));
    }

    private void checkChanged(QueryResult<ImmutableNode> result, String key, @Nullable Object value) {
        if (result.isAttributeResult() || depth(result.getNode()) == 0 || isSection(result.getNode())) {
            refuse(DocumentWriter.noPlace(key));
        }
        if (!Objects.equals(result.getNode().getValue(), value)) {
            refuse(texts().valueProblem(result.getNode().getNodeName(), Texts.of(value)));
        }
    }

    private void checkNodes(
            @Nullable String key,
            ImmutableNode top,
            Collection<? extends ImmutableNode> nodes,
            NodeKeyResolver<ImmutableNode> resolver) {
        List<QueryResult<ImmutableNode>> found = resolver.resolveKey(top, key, getNodeHandler());
        if (found.size() == 1) {
            if (!found.get(0).isAttributeResult()) {
                ImmutableNode parent = found.get(0).getNode();
                int depth = depth(parent);
                if (depth >= DEEPEST || (depth > 0 && !isSection(parent))) {
                    refuse(DocumentWriter.noPlace(key));
                }
                nodes.forEach(node -> checkNode(depth, node, texts()));
            }
            return;
        }
        NodeAddData<ImmutableNode> added = resolver.resolveAddKey(top, key, getNodeHandler());
        checkPath(added, key);
        int depth = depth(added.getParent()) + added.getPathNodes().size();
        checkNode(
                depth,
                new ImmutableNode.Builder()
                        .name(added.getNewNodeName())
                        .addChildren(new ArrayList<>(nodes))
                        .create(),
                texts());
    }

    /** Whether a node and what is below it could be written as new ones. */
    private void checkNode(int depth, ImmutableNode node, Texts texts) {
        refuse(shapeProblem(node, depth == 0));
        if (depth > 0 || !isSection(node)) {
            refuse(texts.entryProblem(node.getNodeName(), Texts.of(node.getValue())));
            return;
        }
        refuse(texts.sectionProblem(node.getNodeName()));
        node.getChildren().forEach(child -> checkNode(depth + 1, child, texts));
    }

    /** What keeps a node and those below it from being a section, or a key, whatever their texts are. */
    Optional<String> shapeProblem(ImmutableNode node, boolean isTop) {
        boolean isSection = isTop && isSection(node);
        boolean wasSection = origin(node).filter(Origin::isSection).isPresent();
        if (!node.getAttributes().isEmpty()
                || (isSection
                        ? node.getValue() != null
                        : wasSection || !node.getChildren().isEmpty())) {
            return Optional.of(DocumentWriter.noPlace(node.getNodeName()));
        }
        for (ImmutableNode child : node.getChildren()) {
            Optional<String> problem = shapeProblem(child, false);
            if (problem.isPresent()) {
                return Optional.of(DocumentWriter.noPlace(node.getNodeName() + "." + child.getNodeName()));
            }
        }
        return Optional.empty();
    }

    /** The root has depth 0. */
    private int depth(ImmutableNode node) {
        int depth = 0;
        for (ImmutableNode at = node; at != getRootNode(); at = getNodeHandler().getParent(at)) {
            depth++;
        }
        return depth;
    }

    private Texts texts() {
        return texts(document);
    }

    private static void refuse(Optional<String> problem) {
        problem.ifPresent(DocumentModel::refuse);
    }

    private static void refuse(String problem) {
        throw new IllegalArgumentException(problem);
    }
}
