package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The hosts of a plan, numbered from 1 in alphabetical order. The HTML page uses the numbers in attributes and the
 * names in texts.
 *
 * @param names the names in order
 */
record Hosts(List<String> names) {
    static Hosts of(ExtendPlan plan) {
        NavigableSet<String> names = new TreeSet<>();
        Stream.concat(plan.steps().stream(), plan.reinitialise().stream())
                .map(Step::host)
                .forEach(names::add);
        plan.files().forEach(change -> names.add(change.file().host()));
        return new Hosts(new ArrayList<>(names));
    }

    int number(String host) {
        return names.indexOf(host) + 1;
    }
}
