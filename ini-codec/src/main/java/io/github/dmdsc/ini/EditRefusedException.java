package io.github.dmdsc.ini;

/**
 * Thrown if a text is not written, because it would not read back unchanged. To check a text before an edit, call
 * {@link IniDocument#problemWith}, {@link IniDocument#keyProblem} or {@link IniDocument#sectionNameProblem}.
 */
public final class EditRefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final EditProblem problem;

    EditRefusedException(String message, String text, EditProblem problem) {
        super(message);
        this.text = text;
        this.problem = problem;
    }

    /** The text that was not written. */
    public String text() {
        return text;
    }

    /** The problem of the text. */
    public EditProblem problem() {
        return problem;
    }
}
