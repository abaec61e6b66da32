package io.github.dmdsc.extend.diff;

/** How names are compared: as the files' dialect does, A to Z without regard to case. */
final class Names {
    private Names() {}

    static String upper(String name) {
        StringBuilder upper = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z') {
                upper.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return upper.toString();
    }
}
