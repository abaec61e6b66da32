package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An action that writes files, disks or log files. */
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
     * Adds redo log files for the new node (chapter 14, step 2). It has no inverse.
     *
     * @param port the port of the instance that executes the statement, on the step's host
     * @param files the redo log files, on ASM
     * @param size the size of each in MB
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
     * Copies a directory (chapter 14, step 3).
     *
     * @param from the directory and its host
     * @param to the directory that is made; it must not exist yet
     * @param except the names below the directory that are left out, with all that lies below them; {@code *} stands for
     *     any characters
     */
    record CopyDirectory(FileId from, FileId to, List<String> except) implements Change {
        public CopyDirectory {
            except = List.copyOf(except);
        }

        /**
         * Whether a file stays behind.
         *
         * @param name its path, relative to the directory
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
     * Puts a file in its place.
     *
     * @param file which file
     * @param sha256 SHA-256 of the bytes
     * @param purpose why it is written
     * @param staged the bytes, where they are not the file's last bytes in this plan; else the plan's file changes hold them
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
     * Writes the extended DCR configuration to the disks (chapter 14, step 7).
     *
     * @param disks the DCR disk, or every DCRV disk
     * @param from the DCR configuration that is written
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
     * Initialises the DCR disks anew, while every process is stopped (chapter 14, behind step 11).
     *
     * @param disks the DCR disk, or every DCRV disk
     * @param from the DCR configuration that is written
     * @param voteDisk the vote disk of the DMASM edition
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
     * Removes a file that the plan made.
     *
     * @param file which file
     */
    record RemoveFile(FileId file) implements Change {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeFile(this);
        }
    }

    /**
     * Removes a directory that the plan made, with all that is in it.
     *
     * @param directory which directory
     */
    record RemoveDirectory(FileId directory) implements Change {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeDirectory(this);
        }
    }

    /** Why a file is written. */
    enum Purpose {
        /** Only the new host has it. */
        NEW_FILE,
        /** A MAL file of a node that was there gains the new instance. */
        ADD_MAL_INSTANCE,
        /** The DCR configuration gains the new endpoints. */
        ADD_ENDPOINTS,
        /** A monitor's file gains the new CSS. */
        ADD_CSS,
        /** A dmarch.ini of a node that was there gains the new instance. */
        ADD_REMOTE_ARCHIVE,
        /** A monitor is set up that knows the nodes that are there. */
        SET_UP_MONITOR,
        /** A copied file loses the directory and the name of the node that it comes from. */
        ADAPT_COPY,
        /** The bytes from before the extension come back. */
        PUT_BACK
    }

    /** One method for each kind, so that the compiler names every place that a new kind has to reach. */
    interface Visitor<R> {
        /** Adds redo log files for the new node (chapter 14, step 2). It has no inverse. */
        R addLogFiles(AddLogFiles action);

        /** Copies a directory with all that is in it (chapter 14, step 3). */
        R copyDirectory(CopyDirectory action);

        /** Puts a file in its place. */
        R writeFile(WriteFile action);

        /** Writes the extended DCR configuration to the disks (chapter 14, step 7). */
        R extendDcr(ExtendDcr action);

        /** Initialises the DCR disks anew, while every process is stopped (chapter 14, behind step 11). */
        R initialiseDcr(InitialiseDcr action);

        /** Removes a file that the plan made. */
        R removeFile(RemoveFile action);

        /** Removes a directory that the plan made, with all that is in it. */
        R removeDirectory(RemoveDirectory action);
    }
}
