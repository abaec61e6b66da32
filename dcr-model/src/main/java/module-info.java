/** The models of a DMDSC cluster's files, and the rules that judge them. */
@SuppressWarnings("requires-automatic") // Immutables, which nobody needs at run time
module io.github.dmdsc.model {
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires static java.compiler;
    requires static org.immutables.value;
    requires static transitive org.jspecify;

    exports io.github.dmdsc.model;
    exports io.github.dmdsc.model.check;
    exports io.github.dmdsc.model.check.rules;

    opens io.github.dmdsc.model to
            com.fasterxml.jackson.databind;
    opens io.github.dmdsc.model.check to
            com.fasterxml.jackson.databind;
}
