package io.github.dmdsc.ini.commons;

import java.util.List;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.commons.configuration2.tree.InMemoryNodeModelSupport;
import org.apache.commons.configuration2.tree.NodeHandler;
import org.apache.commons.configuration2.tree.NodeHandlerDecorator;
import org.apache.commons.configuration2.tree.NodeMatcher;
import org.apache.commons.configuration2.tree.NodeSelector;
import org.apache.commons.configuration2.tree.TrackedNodeModel;

/** The keys before the first section: the root without the sections below it. */
final class GlobalSection extends TrackedNodeModel {
    private final DocumentModel model;

    /** @param root selects the root, which has to be tracked */
    GlobalSection(InMemoryNodeModelSupport support, DocumentModel model, NodeSelector root) {
        super(support, root, true);
        this.model = model;
    }

    @Override
    public NodeHandler<ImmutableNode> getNodeHandler() {
        NodeHandler<ImmutableNode> all = super.getNodeHandler();
        return new NodeHandlerDecorator<>() {
            @Override
            protected NodeHandler<ImmutableNode> getDecoratedNodeHandler() {
                return all;
            }

            private List<ImmutableNode> withoutSections(ImmutableNode parent, List<ImmutableNode> children) {
                return all.getRootNode().equals(parent)
                        ? children.stream()
                                .filter(child -> !model.isSection(child))
                                .toList()
                        : children;
            }

            @Override
            public List<ImmutableNode> getChildren(ImmutableNode node) {
                return withoutSections(node, super.getChildren(node));
            }

            @Override
            public List<ImmutableNode> getChildren(ImmutableNode node, String name) {
                return withoutSections(node, super.getChildren(node, name));
            }

            @Override
            public <C> List<ImmutableNode> getMatchingChildren(
                    ImmutableNode node, NodeMatcher<C> matcher, C criterion) {
                return withoutSections(node, super.getMatchingChildren(node, matcher, criterion));
            }

            @Override
            public <C> int getMatchingChildrenCount(ImmutableNode node, NodeMatcher<C> matcher, C criterion) {
                return getMatchingChildren(node, matcher, criterion).size();
            }

            @Override
            public ImmutableNode getChild(ImmutableNode node, int index) {
                return getChildren(node).get(index);
            }

            @Override
            public int getChildrenCount(ImmutableNode node, String name) {
                return (name == null ? getChildren(node) : getChildren(node, name)).size();
            }

            @Override
            public int indexOfChild(ImmutableNode parent, ImmutableNode child) {
                return getChildren(parent).indexOf(child);
            }
        };
    }
}
