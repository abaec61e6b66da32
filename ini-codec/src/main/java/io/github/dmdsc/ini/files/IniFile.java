package io.github.dmdsc.ini.files;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEditor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One INI file on the disk, with the content that was read. Example: {@code IniFile.read(path).edit(e ->
 * e.set("MAL_INST1", "MAL_PORT", "5337"))} changes one value. Immutable: saving returns a new object.
 */
public final class IniFile {
    private final FileOperations operations;
    private final Path path;
    private final IniDocument document;

    IniFile(FileOperations operations, Path path, IniDocument document) {
        this.operations = operations;
        this.path = path;
        this.document = document;
    }

    /**
     * Reads a file, whose character set is detected as {@link IniDocument#parse(byte[])} does.
     *
     * @throws IOException if the file cannot be read
     */
    public static IniFile read(Path path) throws IOException {
        return new IniFile(FileOperations.REAL, path, IniDocument.parse(Files.readAllBytes(path)));
    }

    /**
     * Reads a file as text of a character set, see {@link IniDocument#parse(byte[], Charset)}.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the set is not {@linkplain IniDocument#supports supported}
     */
    public static IniFile read(Path path, Charset charset) throws IOException {
        return new IniFile(FileOperations.REAL, path, IniDocument.parse(Files.readAllBytes(path), charset));
    }

    /** The path that the file was read from. */
    public Path path() {
        return path;
    }

    /** The content that the file had when it was read or saved. */
    public IniDocument document() {
        return document;
    }

    /**
     * Edits the content as {@link IniDocument#edit} does, and writes it to the disk as {@link #save} does.
     *
     * @return the file with the new content
     * @throws IOException as {@link #save} throws it
     */
    public IniFile edit(Consumer<? super IniEditor> edits) throws IOException {
        return save(document.edit(edits));
    }

    /**
     * Writes new content to the file. At every moment, even if the process is killed, the file has either the old
     * content or the new one: the new content is written to a file beside it, synced to the disk, and renamed. If the
     * content does not change, nothing is written.
     *
     * <p>Owner, group and permissions stay. If the path is a symbolic link, the link stays and its target is replaced.
     * Access control lists and extended attributes are not copied. A process that is killed can leave the file beside
     * it, whose name is a dot, the name of the file, a dot and a UUID.
     *
     * <p>A change by another program between the last check of the file and the rename is not detected. The rename
     * follows the check directly.
     *
     * @param changed the new content
     * @return the file with the new content
     * @throws ChangedException if the file changed since it was read, or no longer exists; read it again
     * @throws AccessDeniedException if the file is not writable
     * @throws IOException if the file has further hard links, which a rename would separate from it, or if something
     *     cannot be written. The file is then unchanged, with one exception: if only the directory cannot be synced,
     *     the new content is written already
     */
    public IniFile save(IniDocument changed) throws IOException {
        Path place = place();
        byte[] before = document.toBytes();
        requireUnchanged(place, before);
        IniFile saved = new IniFile(operations, path, changed);
        byte[] content = changed.toBytes();
        if (Arrays.equals(content, before)) {
            return saved;
        }
        if (!Files.isWritable(place)) {
            throw new AccessDeniedException(path.toString());
        }
        boolean countsLinks =
                place.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (countsLinks && !Integer.valueOf(1).equals(Files.getAttribute(place, "unix:nlink"))) {
            throw new FileSystemException(path.toString(), null, "the file has further hard links");
        }
        Path fresh = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID());
        try {
            operations.createFile(fresh, content, Modes.PRIVATE_FILE);
            operations.copyAttributes(place, fresh);
            requireUnchanged(place, before);
            operations.move(fresh, place);
        } catch (IOException | RuntimeException failure) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException stays) {
                failure.addSuppressed(stays);
            }
            throw failure;
        }
        Path directory = place.getParent();
        if (directory != null) {
            operations.sync(directory);
        }
        return saved;
    }

    /** The path with symbolic links resolved, so that the file is replaced and not the link. */
    private Path place() throws IOException {
        if (Files.notExists(path)) {
            throw new ChangedException(path);
        }
        return path.toRealPath();
    }

    private void requireUnchanged(Path place, byte[] before) throws IOException {
        if (Files.notExists(place) || !Arrays.equals(Files.readAllBytes(place), before)) {
            throw new ChangedException(path);
        }
    }

    /** Thrown if a file changed on the disk since it was read. Saving would overwrite that change. */
    public static final class ChangedException extends FileSystemException {
        private static final long serialVersionUID = 1L;

        ChangedException(Path path) {
            super(path.toString(), null, "the file changed on the disk since it was read; read it again");
        }
    }
}
