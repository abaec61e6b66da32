package io.github.dmdsc.ini.files;

import io.github.dmdsc.ini.files.ArchiveEntries.Kind;
import io.github.dmdsc.ini.files.FileCollector.LimitReached;
import io.github.dmdsc.model.Location;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads a tar archive, with or without gzip, regardless of its name. */
final class TarReader {
    /** The character that the library uses for bytes that are not UTF-8. */
    private static final char NOT_DECODED = '?';

    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    /** The size of a record in bytes. A complete tar archive ends with a record of zeros. */
    private static final int RECORD = 512;

    /** The greatest size of a long name or another extended header in bytes. The library keeps all of it in memory. */
    private static final int MAX_HEADER_BYTES = 1 << 20;

    /**
     * The size of a header and of the padding before it. Further bytes before an entry belong to a long name, and count
     * for the limit.
     */
    private static final int USUAL_HEADER_BYTES = 2 * RECORD;

    private final FileCollector collector;
    private final ArchiveEntries entries;

    TarReader(FileCollector collector) {
        this.collector = collector;
        this.entries = new ArchiveEntries(collector);
    }

    void read(Path archive) throws IOException, LimitReached {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                MeteredInputStream plain = new MeteredInputStream(unzipped(file));
                TarArchiveInputStream tar = new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name())) {
            plain.allowAndKeep(MAX_HEADER_BYTES);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                collector.countBytes(Math.max(0, plain.used() - USUAL_HEADER_BYTES));
                plain.allow(Long.MAX_VALUE);
                if (Names.isTooLong(entry.getName()) || isDecoded(entry.getName(), plain)) {
                    read(tar, entry);
                } else {
                    collector.countEntry();
                    collector.add(FileRule.NAME_UNDECODABLE.at(Location.outside(Names.shown(entry.getName()))));
                }
                collector.drain(tar);
                plain.allowAndKeep(MAX_HEADER_BYTES);
            }
            if (plain.mostZeros() < RECORD) {
                throw new DamagedArchive("cut", "the end is missing");
            }
            readToEnd(plain);
        }
    }

    /**
     * Returns whether the name was decoded: each part of it with a question mark is also in the header. The header has
     * each part in one piece.
     */
    private static boolean isDecoded(String name, MeteredInputStream plain) {
        if (name.indexOf(NOT_DECODED) < 0) {
            return true;
        }
        String header = new String(plain.kept(), StandardCharsets.ISO_8859_1);
        for (String part : name.split("/", -1)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            if (part.indexOf(NOT_DECODED) >= 0 && !header.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                return false;
            }
        }
        return true;
    }

    /** Reads a stream to its end, because only there gzip compares its checksum. */
    private static void readToEnd(InputStream in) throws IOException {
        byte[] buffer = new byte[RECORD];
        int read;
        do {
            read = in.read(buffer);
        } while (read >= 0);
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        file.mark(2);
        boolean gzip = file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
        file.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(file)) : file;
    }

    private void read(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException, LimitReached {
        if (!entry.isCheckSumOK()) {
            throw new DamagedArchive("checksum", "header checksum differs");
        }
        Optional<List<String>> names = entries.accept(entry.getName(), kind(entry));
        if (names.isEmpty()) {
            return;
        }
        Location at = FileCollector.place(names.get());
        if (!tar.canReadEntryData(entry)) {
            collector.add(FileRule.ENTRY_UNSUPPORTED.at(at));
        } else if (collector.acceptsSize(entry.getRealSize(), at)) {
            byte[] content = collector.read(tar, at);
            if (content != null) {
                collector.put(Layout.toFile(names.get()), content, Optional.of(entry.getMode() & Modes.MASK));
            }
        }
    }

    private static Kind kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Kind.DIRECTORY;
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Kind.LINK;
        }
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL,
                    TarConstants.LF_OLDNORM,
                    TarConstants.LF_CONTIG,
                    TarConstants.LF_GNUTYPE_SPARSE -> Kind.FILE;
            default -> Kind.SPECIAL;
        };
    }
}
