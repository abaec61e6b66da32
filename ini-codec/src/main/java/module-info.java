/** A lossless INI document, the lenses between it and the models, and the files of a cluster. */
// "requires-automatic": the automatic modules are optional. "module": the module named in "exports … to" depends on
// this module, so the compiler does not find it.
@SuppressWarnings({"requires-automatic", "module"})
module io.github.dmdsc.ini {
    requires transitive io.github.dmdsc.model;
    requires static org.apache.commons.compress;
    requires static org.apache.commons.configuration2;
    requires static io.github.javadiffutils;
    requires static transitive org.jspecify;

    exports io.github.dmdsc.ini;
    exports io.github.dmdsc.ini.lens;
    exports io.github.dmdsc.ini.commons;
    exports io.github.dmdsc.ini.diff;
    exports io.github.dmdsc.ini.files;
    exports io.github.dmdsc.ini.digest to
            io.github.dmdsc.extend;

    // jackson.databind writes the differences as JSON. The model reads the message files of the three packages.
    opens io.github.dmdsc.ini.diff to
            com.fasterxml.jackson.databind,
            io.github.dmdsc.model;
    opens io.github.dmdsc.ini.lens to
            io.github.dmdsc.model;
    opens io.github.dmdsc.ini.files to
            io.github.dmdsc.model;
}
