package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the differences between two images of one file. Parts are matched by name, never by position. */
final class ImageDiff {
    private static final String SEQNO = DcrEndpoint.SEQNO;
    private static final String TYPE = DcrGroup.TYPE;

    private final List<Change> changes = new ArrayList<>();

    private ImageDiff() {}

    static List<Change> of(Image before, Image after) {
        ImageDiff diff = new ImageDiff();
        diff.compare(before, after);
        return diff.changes;
    }

    private void compare(Image before, Image after) {
        boolean renumbered = renumbered(before, after);
        SortedSet<String> keys = new TreeSet<>(before.parameters().keySet());
        keys.addAll(after.parameters().keySet());
        if (renumbered) {
            keys.remove(SEQNO);
        }
        for (String key : keys) {
            Image.Meaning old = before.parameters().get(key);
            Image.Meaning fresh = after.parameters().get(key);
            if (old == null) {
                changes.add(new Change.ParameterAdded(
                        key, Objects.requireNonNull(fresh).value()));
            } else if (fresh == null) {
                changes.add(new Change.ParameterRemoved(key, old.value()));
            } else if (!old.meaning().equals(fresh.meaning())) {
                changes.add(new Change.ParameterChanged(key, old.value(), fresh.value()));
            }
        }
        children(before.children(), after.children());
    }

    /**
     * Adds a change if the seqno differs, and returns whether it does. Compared parts are of one kind, so both have a
     * seqno or neither has one.
     */
    private boolean renumbered(Image before, Image after) {
        var old = before.seqno();
        var fresh = after.seqno();
        if (old.map(Change.EndpointRenumbered.Numbered::seqno)
                .equals(fresh.map(Change.EndpointRenumbered.Numbered::seqno))) {
            return false;
        }
        changes.add(new Change.EndpointRenumbered(old.orElseThrow(), fresh.orElseThrow()));
        return true;
    }

    private void children(List<Image> before, List<Image> after) {
        Map<String, Image> old = byKey(before);
        Map<String, Image> fresh = byKey(after);
        List<Image> added = new ArrayList<>();
        fresh.forEach((key, image) -> {
            Image same = old.remove(key);
            if (same == null) {
                added.add(image);
            } else {
                compare(same, image);
            }
        });
        List<Image> removed = new ArrayList<>(old.values());
        renamedGroups(removed, added);
        added.forEach(image -> changes.add(new Change.PartAdded(image.part(), image.at())));
        removed.forEach(image -> changes.add(new Change.PartRemoved(image.part(), image.at())));
    }

    /**
     * Returns the parts by kind, key and number. A key repeats only in an invalid file; then the first part is matched
     * with the first.
     */
    private static Map<String, Image> byKey(List<Image> images) {
        Map<String, Integer> times = new HashMap<>();
        Map<String, Image> byKey = new LinkedHashMap<>();
        for (Image image : images) {
            String key = image.part().kind() + " " + image.key();
            byKey.put(key + " " + times.merge(key, 1, Integer::sum), image);
        }
        return byKey;
    }

    /**
     * Compares renamed groups. A removed group and an added group are the same group if each is the only one of its
     * type that is left on its side.
     */
    private void renamedGroups(List<Image> removed, List<Image> added) {
        for (Image gone : List.copyOf(removed)) {
            Optional<String> type = type(gone);
            List<Image> old = ofType(removed, type);
            List<Image> fresh = ofType(added, type);
            if (type.isPresent() && old.size() == 1 && fresh.size() == 1) {
                removed.remove(gone);
                added.remove(fresh.get(0));
                compare(gone, fresh.get(0));
            }
        }
    }

    private static List<Image> ofType(List<Image> images, Optional<String> type) {
        return images.stream().filter(image -> type(image).equals(type)).toList();
    }

    private static Optional<String> type(Image image) {
        return image.part().kind() == PartKind.GROUP
                ? Optional.ofNullable(image.parameters().get(TYPE)).map(Image.Meaning::meaning)
                : Optional.empty();
    }
}
