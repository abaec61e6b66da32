/** Plans the extension of a DMDSC cluster by one node, rehearses the plan and renders it. */
@SuppressWarnings("requires-automatic") // Immutables, which nobody needs at run time
module io.github.dmdsc.extend {
    requires transitive io.github.dmdsc.ini;
    requires io.github.javadiffutils;
    requires static info.picocli;
    requires static java.compiler;
    requires static org.immutables.value;
    requires static transitive org.jspecify;

    exports io.github.dmdsc.extend;
    exports io.github.dmdsc.extend.plan;
    exports io.github.dmdsc.extend.rehearse;
    exports io.github.dmdsc.extend.render;
    exports io.github.dmdsc.extend.run;
    exports io.github.dmdsc.extend.state;

    // Jackson for values that JSON is read into, the model for texts.
    opens io.github.dmdsc.extend.plan to
            com.fasterxml.jackson.databind,
            io.github.dmdsc.model;
    opens io.github.dmdsc.extend.rehearse to
            com.fasterxml.jackson.databind,
            io.github.dmdsc.model;
    opens io.github.dmdsc.extend.render to
            com.fasterxml.jackson.databind,
            io.github.dmdsc.model;
    opens io.github.dmdsc.extend.run to
            com.fasterxml.jackson.databind,
            io.github.dmdsc.model;
    opens io.github.dmdsc.extend.ssh to
            io.github.dmdsc.model;
    opens io.github.dmdsc.extend.state to
            com.fasterxml.jackson.databind,
            io.github.dmdsc.model;
    opens io.github.dmdsc.extend.values to
            io.github.dmdsc.model;
    opens io.github.dmdsc.extend.cli to
            com.fasterxml.jackson.databind,
            info.picocli,
            io.github.dmdsc.model;
}
