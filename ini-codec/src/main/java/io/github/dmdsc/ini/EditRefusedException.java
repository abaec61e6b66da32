package io.github.dmdsc.ini;

/**
 * Says that a text was not written, because it would not read back as it was given. {@link IniDocument#problemWith},
 * {@link IniDocument#keyProblem} and {@link IniDocument#sectionNameProblem} tell beforehand.
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

    /** What is wrong with the text. */
    public EditProblem problem() {
        return problem;
    }
}
