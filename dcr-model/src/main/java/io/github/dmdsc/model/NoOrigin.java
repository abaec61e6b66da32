package io.github.dmdsc.model;

/** The origin of a value that was made in Java. */
record NoOrigin(String name) implements Origin {
    @Override
    public Location self() {
        return Location.outside(name);
    }

    @Override
    public Location at(String key) {
        return Location.outside(name + "." + key);
    }

    @Override
    public boolean known() {
        return false;
    }
}
