/** A lossless INI document, the lenses between it and the models, and the files of a cluster. */
// The automatic modules are optional. The module that the helpers are exported to depends on this one.
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

    // The first for differences as JSON, and all for texts.
    opens io.github.dmdsc.ini.diff to
            com.fasterxml.jackson.databind,
            io.github.dmdsc.model;
    opens io.github.dmdsc.ini.lens to
            io.github.dmdsc.model;
    opens io.github.dmdsc.ini.files to
            io.github.dmdsc.model;
}
