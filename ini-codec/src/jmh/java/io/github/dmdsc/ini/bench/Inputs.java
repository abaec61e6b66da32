package io.github.dmdsc.ini.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Generates files, which are the same in every run. */
final class Inputs {
    private static final int PARAMETERS = 700;
    private static final String[] WORDS = {
        "MAX", "BUFFER", "POOL", "SIZE", "LOG", "ENABLE", "TIMEOUT", "SORT", "HASH", "CACHE", "PATH", "MODE", "FLAG",
        "WORKER", "THREADS", "CHECK"
    };

    private Inputs() {}

    /**
     * Returns a file of about 60 kB and 700 lines, indented with tabs. Nearly every line is a parameter with an English
     * comment.
     */
    static byte[] parameterFile() {
        StringBuilder text = new StringBuilder("#DaMeng Database Server Configuration file\n#this is comment\n");
        for (int i = 0; i < PARAMETERS - 2; i++) {
            if (i % 40 == 0) {
                text.append("\n#").append(words(i, 3)).append("\n");
                i += 2;
            }
            text.append("\t\t").append(key(i));
            text.append(" ".repeat(Math.max(1, 32 - key(i).length()))).append("= ").append(value(i));
            text.append("\t\t\t#").append(words(i + 5, 4).toLowerCase(Locale.ROOT).replace('_', ' '));
            text.append(i % 3 == 0 ? ", valid values (0-1)\n" : ", see the manual\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a section {@code keys} with a number of keys from {@code KEY_0} on, and comments after and between them.
     */
    static byte[] keys(int count) {
        StringBuilder text = new StringBuilder("# keys\n[keys]\n");
        for (int i = 0; i < count; i++) {
            text.append(i % 10 == 0 ? "# ten more\n" : "");
            text.append("KEY_").append(i).append(" = value ").append(i).append("   # about it\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns whole sections, filled up with a comment to the exact size. */
    static byte[] sections(int size) {
        byte[] bytes = new byte[size];
        int at = 0;
        for (int i = 0; ; i++) {
            byte[] section = section(i).getBytes(StandardCharsets.UTF_8);
            if (at + section.length > size) {
                Arrays.fill(bytes, at, size, (byte) '#');
                return bytes;
            }
            System.arraycopy(section, 0, bytes, at, section.length);
            at += section.length;
        }
    }

    private static String section(int i) {
        return "[GRP_DSC" + i + "] # group\n"
                + "  DCR_EP_NAME          = DSC" + i + "\n"
                + "  DCR_EP_HOST          = 192.168.0." + i % 250 + "\n"
                + "  DCR_EP_PORT          = " + (5000 + i % 1000) + "   # port of the instance\n"
                + "  DCR_DB_STARTUP_CMD   = /opt/dm/bin/dmserver path=/home/data/dm.ini dcr_ini=/home/data/dmdcr.ini\n\n";
    }

    static String key(int i) {
        return words(i, 3) + "_" + i;
    }

    private static String value(int i) {
        return i % 5 == 0 ? "/opt/dmdbms/data/DAMENG/" + i : Integer.toString(i * 37 % 10_000);
    }

    private static String words(int seed, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : "_").append(WORDS[(seed * 7 + i * 5) % WORDS.length]);
        }
        return text.toString();
    }
}
