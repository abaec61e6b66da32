package io.github.dmdsc.ini.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between two states of a cluster's files: by meaning and as text. A pure function: equal files give an
 * equal value. These differences are in the texts only: comments, blanks, line ends, the letter case of keys, and the
 * order of keys and of sections whose order has no meaning.
 *
 * @param changes the differences in meaning, in {@link Change#ORDER}
 * @param texts the files that both sides have and whose bytes differ, sorted
 * @param beforeFindings the lines and values of these files before that no model can read, and the names and values
 *     whose charset is a guess; only the texts show their differences
 * @param afterFindings the same for the files after
 */
@JsonPropertyOrder({"changes", "texts", "beforeFindings", "afterFindings"})
public record ClusterDiff(
        List<Change> changes, List<TextChange> texts, List<Finding> beforeFindings, List<Finding> afterFindings) {
    public ClusterDiff {
        changes = changes.stream().sorted(Change.ORDER).toList();
        texts = List.copyOf(texts);
        beforeFindings = beforeFindings.stream().sorted(Finding.ORDER).toList();
        afterFindings = afterFindings.stream().sorted(Finding.ORDER).toList();
    }

    /** Compares two states. Files are matched by host and path. */
    public static ClusterDiff of(ClusterFiles before, ClusterFiles after) {
        List<Change> changes = new ArrayList<>();
        List<TextChange> texts = new ArrayList<>();
        List<Finding> beforeFindings = new ArrayList<>();
        List<Finding> afterFindings = new ArrayList<>();
        hosts(before, after).forEach(host -> changes.add(new Change.HostAdded(host, files(after, host))));
        hosts(after, before).forEach(host -> changes.add(new Change.HostRemoved(host, files(before, host))));
        SortedSet<FileId> all = new TreeSet<>(before.ids());
        all.addAll(after.ids());
        for (FileId file : all) {
            boolean bothHosts =
                    before.hosts().contains(file.host()) && after.hosts().contains(file.host());
            if (before.contains(file) && after.contains(file)) {
                byte[] old = before.bytes(file);
                byte[] fresh = after.bytes(file);
                if (Arrays.equals(old, fresh)) {
                    continue;
                }
                IniDocument oldDocument = before.document(file);
                IniDocument freshDocument = after.document(file);
                boolean binary = isBinary(old) || isBinary(fresh);
                texts.add(new TextChange(
                        file,
                        binary ? "" : Patch.between(oldDocument, freshDocument).text(file, file)));
                if (isIni(file)) {
                    ImageReader.Result oldImage = ImageReader.read(file, oldDocument);
                    ImageReader.Result freshImage = ImageReader.read(file, freshDocument);
                    beforeFindings.addAll(oldImage.findings());
                    afterFindings.addAll(freshImage.findings());
                    changes.addAll(ImageDiff.of(oldImage.image(), freshImage.image()));
                } else {
                    changes.add(new Change.ContentChanged(file));
                }
            } else if (bothHosts) {
                changes.add(before.contains(file) ? new Change.FileRemoved(file) : new Change.FileAdded(file));
            }
        }
        return new ClusterDiff(changes, texts, beforeFindings, afterFindings);
    }

    /**
     * Compares a DCR configuration with an export of a DCR disk. Only values count. Order, layout and comments do not
     * matter, and neither do keys that only an export has, such as a checksum or an array that the tool computes. The
     * result has no texts. If the disk holds the configuration, {@link #isEmpty} is {@code true} and {@code
     * afterFindings} is empty.
     *
     * @param file the name of both sides in the result
     * @param expected the bytes of the configuration that the disk should hold
     * @param export the bytes of the export
     */
    public static ClusterDiff ofExport(FileId file, byte[] expected, byte[] export) {
        return ofExport(file, expected, file, export);
    }

    /**
     * As {@link #ofExport(FileId, byte[], byte[])}, for a disk with an endpoint that may be listed as failed, because
     * it is on the disk and does not run yet.
     *
     * @param joining the seqno of the endpoint
     */
    public static ClusterDiff ofExport(FileId file, byte[] expected, byte[] export, int joining) {
        return ofExport(file, expected, file, export, joining);
    }

    /**
     * As {@link #ofExport(FileId, byte[], byte[])}, with an own name for the export.
     *
     * @param file the name of the configuration in the result
     * @param exported the name of the export in the result; its host may be empty
     */
    public static ClusterDiff ofExport(FileId file, byte[] expected, FileId exported, byte[] export) {
        return ExportDiff.of(file, expected, exported, export, OptionalInt.empty());
    }

    /**
     * As {@link #ofExport(FileId, byte[], byte[], int)}, with an own name for the export.
     *
     * @param file the name of the configuration in the result
     * @param exported the name of the export in the result; its host may be empty
     */
    public static ClusterDiff ofExport(FileId file, byte[] expected, FileId exported, byte[] export, int joining) {
        return ExportDiff.of(file, expected, exported, export, OptionalInt.of(joining));
    }

    /** Returns the hosts of {@code files} that {@code other} does not have. */
    private static SortedSet<String> hosts(ClusterFiles other, ClusterFiles files) {
        SortedSet<String> hosts = new TreeSet<>(files.hosts());
        hosts.removeAll(other.hosts());
        return hosts;
    }

    private static List<FileId> files(ClusterFiles of, String host) {
        return of.ids().stream().filter(file -> file.host().equals(host)).toList();
    }

    private static boolean isIni(FileId file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".ini");
    }

    private static boolean isBinary(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether there is no difference in meaning and no difference in text. */
    @JsonIgnore
    public boolean isEmpty() {
        return changes.isEmpty() && texts.isEmpty();
    }

    /**
     * Returns a copy without the texts of files whose meaning does not differ. A file with lines that cannot be read
     * stays, because its meaning is unknown.
     */
    public ClusterDiff ofMeaning() {
        Set<FileId> changed = filesOfChanges();
        Stream.concat(beforeFindings.stream(), afterFindings.stream())
                .map(Finding::primary)
                .forEach(at -> changed.add(new FileId(at.host(), at.path())));
        List<TextChange> kept =
                texts.stream().filter(text -> changed.contains(text.file())).toList();
        return new ClusterDiff(changes, kept, beforeFindings, afterFindings);
    }

    /** Returns the files that differ in meaning. */
    Set<FileId> filesOfChanges() {
        return changes.stream()
                .map(Change::place)
                .map(at -> new FileId(at.host(), at.path()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the difference as text for people: one headline for each change, and below it every place of the change.
     * Invisible characters are shown as escapes.
     *
     * @param locale the language: Chinese for a Chinese locale, otherwise English
     */
    public String text(Locale locale) {
        return DiffText.of(this, locale);
    }

    /**
     * The difference as canonical JSON (RFC 8785), with a line feed at the end. Equal differences give equal bytes. The
     * member {@code formatVersion} is {@code 1.0}.
     */
    public String json() {
        return DiffJson.of(this);
    }

    /** The differences in meaning with before and after exchanged. */
    public List<Change> mirroredChanges() {
        return changes.stream().map(Change::mirrored).sorted(Change.ORDER).toList();
    }
}
