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
 * One INI file on the disk, as it was read: {@code IniFile.read(path).edit(e -> e.set("MAL_INST1", "MAL_PORT", "5337"))}.
 * Immutable: saving gives a new object.
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

    /** Edits the content as {@link IniDocument#edit} does, and saves it as {@link #save} does. */
    public IniFile edit(Consumer<? super IniEditor> edits) throws IOException {
        return save(document.edit(edits));
    }

    /**
     * Writes another content. The file has the old content or the new one at every moment, even if the process is killed:
     * the new one is written to a file beside it, brought onto the disk, and renamed. Owner, group and permissions stay,
     * and a symbolic link to the file stays one. A process that is killed can leave the file beside it behind, whose name
     * begins with a dot and the name of the file. Access control lists and extended attributes are not copied.
     *
     * <p>A change by another program between the last look at the file and the rename cannot be seen; the two are directly
     * one behind the other.
     *
     * @return the file with the new content
     * @throws ChangedException if the file is not as it was read, or is gone. Read it again
     * @throws AccessDeniedException if the file may not be written
     * @throws IOException if the file has further hard links, which a rename would part from it, or if something cannot be
     *     written. The file is then as it was; only if the directory cannot be brought onto the disk it is written already
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

    /** The file without symbolic links, so that the file is replaced and not the link to it. */
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

    /** Says that a file is not as it was read, so that saving would lose what somebody else wrote. */
    public static final class ChangedException extends FileSystemException {
        private static final long serialVersionUID = 1L;

        ChangedException(Path path) {
            super(path.toString(), null, "the file changed on the disk since it was read; read it again");
        }
    }
}
