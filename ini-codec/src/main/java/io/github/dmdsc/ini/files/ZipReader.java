package io.github.dmdsc.ini.files;

import io.github.dmdsc.ini.files.ArchiveEntries.Kind;
import io.github.dmdsc.ini.files.FileCollector.LimitReached;
import io.github.dmdsc.model.Location;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads a zip archive by its central directory. Only this class and {@link TarReader} need commons-compress. */
final class ZipReader {
    /** The first four bytes of each record of the central directory: {@code PK\1\2}. */
    private static final int RECORD = 0x504B0102;

    private static final int KIND_BITS = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;

    private final FileCollector collector;
    private final ArchiveEntries entries;

    ZipReader(FileCollector collector) {
        this.collector = collector;
        this.entries = new ArchiveEntries(collector);
    }

    void read(Path archive, ReadLimits limits) throws IOException, LimitReached {
        if (records(archive) > 2L * limits.maxFiles()) {
            throw collector.tooManyFiles();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(archive);
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(true)
                        .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                read(zip, entry);
            }
        }
    }

    /**
     * Returns an upper bound of the number of entries. Opening the archive keeps all of them in memory, and the count
     * in its header cannot be trusted, so they are counted first.
     */
    private static long records(Path archive) throws IOException {
        long count = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16)) {
            int last = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                last = last << 8 | next;
                if (last == RECORD) {
                    count++;
                }
            }
        }
        return count;
    }

    private void read(ZipFile zip, ZipArchiveEntry entry) throws LimitReached {
        Optional<String> name = name(entry);
        if (name.isEmpty()) {
            collector.countEntry();
            collector.add(FileRule.NAME_UNDECODABLE.at(Location.outside(Names.shown(entry.getName()))));
            return;
        }
        Optional<List<String>> names = entries.accept(name.get(), kind(entry));
        if (names.isEmpty()) {
            return;
        }
        Location at = FileCollector.place(names.get());
        if (!zip.canReadEntryData(entry)) {
            collector.add(FileRule.ENTRY_UNSUPPORTED.at(at));
            return;
        }
        if (!collector.acceptsSize(entry.getSize(), at)) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = collector.read(in, at);
            if (content != null) {
                verify(entry, content);
                collector.put(Layout.toFile(names.get()), content, mode(entry));
            }
        } catch (IOException failure) {
            // The other entries do not depend on this one, so reading continues.
            collector.add(Reasons.explain(FileRule.ARCHIVE_CORRUPT.at(at), failure));
        }
    }

    /** Returns the name in UTF-8; empty if it is in another encoding, because no encoding is guessed. */
    private static Optional<String> name(ZipArchiveEntry entry) {
        if (entry.getNameSource() == NameSource.UNICODE_EXTRA_FIELD) {
            return Optional.of(entry.getName());
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(entry.getRawName()))
                    .toString());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    private static Kind kind(ZipArchiveEntry entry) {
        int bits = entry.getUnixMode() & KIND_BITS;
        if (entry.isDirectory() || bits == DIRECTORY) {
            return Kind.DIRECTORY;
        }
        if (entry.isUnixSymlink()) {
            return Kind.LINK;
        }
        return bits == 0 || bits == REGULAR ? Kind.FILE : Kind.SPECIAL;
    }

    /** Returns the permissions; empty if the archive was made on a system without them. */
    private static Optional<Integer> mode(ZipArchiveEntry entry) {
        boolean unix = entry.getPlatform() == ZipArchiveEntry.PLATFORM_UNIX && entry.getUnixMode() != 0;
        return unix ? Optional.of(entry.getUnixMode() & Modes.MASK) : Optional.empty();
    }

    private static void verify(ZipArchiveEntry entry, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        if (content.length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
            throw new DamagedArchive("checksum", "size or checksum differs");
        }
    }
}
