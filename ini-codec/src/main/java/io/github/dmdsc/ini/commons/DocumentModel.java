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
 * The nodes of a configuration, and the document from which they were read. A text that could not be saved is refused
 * when it is set. When the configuration is saved, it is too late: the file handler has then emptied the file already.
 */
final class DocumentModel extends InMemoryNodeModel {
    /** The greatest depth of a node: the root has keys and sections below it, and a section has keys. */
    private static final int DEEPEST = 2;

    private static final String LINE_END = "\n";

    private IniDocument document;
    private boolean loaded;

    /** Whether the document was read from bytes. It then keeps the charset of the file. */
    private boolean hasBytes;

    private ListDelimiterHandler lists = DisabledListDelimiterHandler.INSTANCE;

    /** The tree of the document as it was read, and the list handler at that time. */
    private ImmutableNode readRoot = getRootNode();

    private ListDelimiterHandler readLists = lists;

    /** Creates a model without nodes, for a file in a charset. */
    DocumentModel(Charset charset) {
        document = IniDocument.empty(charset, LINE_END);
    }

    /** Returns a model with the same nodes and the same document. */
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

    /**
     * Returns the document with all changes, for a file in a charset. A document that was read from bytes keeps its
     * charset.
     */
    IniDocument changed(Charset charset) throws ConfigurationException {
        return hasBytes ? changed() : new DocumentWriter(this, inCharset(charset)).write();
    }

    private IniDocument inCharset(Charset charset) throws ConfigurationException {
        return document.charset().equals(charset) ? document : Charsets.parse(Charsets.text(document), charset);
    }

    /** Records the charset in which a new configuration was saved. Texts are checked against it from now on. */
    void savedIn(Charset charset) throws ConfigurationException {
        if (!hasBytes) {
            document = inCharset(charset);
        }
    }

    /**
     * Reads a document. If the model has a document already, the sections and keys are added to it as new ones.
     *
     * @param isBytes whether the document was read from bytes
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
     * Returns the entries from which the leaves of a section were read.
     *
     * @param section the section of the document as it was read, in any charset
     * @param node the node of the section as it was read; the root for the global section
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
     * Returns whether a node is a section. It is if it was read as one; a new node is one if it has children, or has
     * neither children nor a value.
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

    /**
     * Returns whether the selected node is in the tree. Changes of a node that was detached from the tree are never
     * saved.
     */
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

    /** Throws an exception if a new node, or a node below it, could not be written. */
    private void checkNode(int depth, ImmutableNode node, Texts texts) {
        refuse(shapeProblem(node, depth == 0));
        if (depth > 0 || !isSection(node)) {
            refuse(texts.entryProblem(node.getNodeName(), Texts.of(node.getValue())));
            return;
        }
        refuse(texts.sectionProblem(node.getNodeName()));
        node.getChildren().forEach(child -> checkNode(depth + 1, child, texts));
    }

    /**
     * Returns the reason why a node with the nodes below it is neither a section nor a key, regardless of their texts;
     * empty if it is one of them.
     */
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

    /** Returns the depth of a node; the root has depth 0. */
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
