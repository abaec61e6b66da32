/** The models of a DMDSC cluster's files, and the rules that check them. */
// "requires-automatic": Immutables has no module descriptor; it is needed only at compile time. "module": the modules
// named in "exports … to" depend on this module, so the compiler does not find them.
@SuppressWarnings({"requires-automatic", "module"})
module io.github.dmdsc.model {
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires static java.compiler;
    requires static org.immutables.value;
    requires static transitive org.jspecify;

    exports io.github.dmdsc.model;
    exports io.github.dmdsc.model.check;
    exports io.github.dmdsc.model.check.rules;
    exports io.github.dmdsc.model.base to
            io.github.dmdsc.ini,
            io.github.dmdsc.extend;
    exports io.github.dmdsc.model.facts to
            io.github.dmdsc.ini,
            io.github.dmdsc.extend;

    opens io.github.dmdsc.model to
            com.fasterxml.jackson.databind;
    opens io.github.dmdsc.model.check to
            com.fasterxml.jackson.databind;
}
