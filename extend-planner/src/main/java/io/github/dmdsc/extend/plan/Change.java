package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An action that writes or removes files and directories, writes disks, or adds redo log files. */
public sealed interface Change extends Action {
    /** Calls the method for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Action.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(Sorts<R> visitor) {
        return visitor.change(this);
    }

    /**
     * Adds redo log files for the new node (DM8 DMDSC manual, chapter 14, step 2). The action cannot be undone.
     *
     * @param port the port for clients of the instance that executes the statement; the instance runs on the step's
     *     host
     * @param files the paths of the redo log files on ASM
     * @param size the size of each file in MB
     */
    record AddLogFiles(int port, List<String> files, int size) implements Change {
        public AddLogFiles {
            files = List.copyOf(files);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addLogFiles(this);
        }
    }

    /**
     * Copies a directory with everything in it (DM8 DMDSC manual, chapter 14, step 3).
     *
     * @param from the directory and its host
     * @param to the directory to make; it must not exist yet
     * @param except the paths, relative to the directory, to leave out with everything below them; {@code *} stands for
     *     any characters
     */
    record CopyDirectory(FileId from, FileId to, List<String> except) implements Change {
        public CopyDirectory {
            except = List.copyOf(except);
        }

        /**
         * Whether a file is left out of the copy.
         *
         * @param name the path of the file, relative to the directory
         */
        public boolean leavesOut(String name) {
            return except.stream()
                    .map(pattern -> Stream.of(pattern.split("\\*", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*", "", "(?:/.*)?")))
                    .anyMatch(name::matches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copyDirectory(this);
        }
    }

    /**
     * Writes a file.
     *
     * @param file the file
     * @param sha256 the SHA-256 of the bytes to write
     * @param purpose why the file is written
     * @param staged the bytes, if they are not the bytes that the file has at the end of the plan; if empty, {@link
     *     ExtendPlan#files()} holds them
     */
    record WriteFile(FileId file, String sha256, Purpose purpose, Optional<FileContent> staged) implements Change {
        @Override
        public String variant() {
            return purpose.name();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.writeFile(this);
        }
    }

    /**
     * Writes the extended DCR configuration to the disks (DM8 DMDSC manual, chapter 14, step 7).
     *
     * @param disks the DCR disk, or all DCRV disks
     * @param from the file with the DCR configuration to write
     */
    record ExtendDcr(List<String> disks, FileId from) implements Change {
        public ExtendDcr {
            disks = List.copyOf(disks);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extendDcr(this);
        }
    }

    /**
     * Initialises the DCR disks again while every process of the cluster is stopped (DM8 DMDSC manual, chapter 14,
     * after step 11).
     *
     * @param disks the DCR disk, or all DCRV disks
     * @param from the file with the DCR configuration to write
     * @param voteDisk the vote disk; empty in the mirror edition, which has none
     */
    record InitialiseDcr(List<String> disks, FileId from, Optional<String> voteDisk) implements Change {
        public InitialiseDcr {
            disks = List.copyOf(disks);
        }

        @Override
        public String variant() {
            return voteDisk.isPresent() ? "DMASM" : "MIRROR";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.initialiseDcr(this);
        }
    }

    /**
     * Removes a file that the plan created.
     *
     * @param file the file
     */
    record RemoveFile(FileId file) implements Change {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeFile(this);
        }
    }

    /**
     * Removes a directory that the plan created, with everything in it.
     *
     * @param directory the directory
     */
    record RemoveDirectory(FileId directory) implements Change {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeDirectory(this);
        }
    }

    /** Why a file is written. */
    enum Purpose {
        /** The file is new on the new host. */
        NEW_FILE,
        /** A MAL file of an existing node gains the new instance. */
        ADD_MAL_INSTANCE,
        /** The DCR configuration gains the new endpoints. */
        ADD_ENDPOINTS,
        /** A monitor's file gains the new CSS. */
        ADD_CSS,
        /** The dmarch.ini of an existing node gains a section for the new instance. */
        ADD_REMOTE_ARCHIVE,
        /** A new monitor gets its file, which lists the CSS of the existing nodes. */
        SET_UP_MONITOR,
        /** In a copied file, the directory and the name of the source node are replaced. */
        ADAPT_COPY,
        /** The file gets back the bytes that it had before the extension. */
        PUT_BACK
    }

    /**
     * One method for each kind of change. If a later version adds a kind, an implementation of this interface no longer
     * compiles until it handles that kind.
     */
    interface Visitor<R> {
        /** Adds redo log files for the new node (chapter 14, step 2). The action cannot be undone. */
        R addLogFiles(AddLogFiles action);

        /** Copies a directory with everything in it (chapter 14, step 3). */
        R copyDirectory(CopyDirectory action);

        /** Writes a file. */
        R writeFile(WriteFile action);

        /** Writes the extended DCR configuration to the disks (chapter 14, step 7). */
        R extendDcr(ExtendDcr action);

        /** Initialises the DCR disks again while every process is stopped (chapter 14, after step 11). */
        R initialiseDcr(InitialiseDcr action);

        /** Removes a file that the plan created. */
        R removeFile(RemoveFile action);

        /** Removes a directory that the plan created, with everything in it. */
        R removeDirectory(RemoveDirectory action);
    }
}
