package org.breakwater.adapters.localnet.world;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.value.Address;

/// The people of the world.
record Cast(List<Person> all) {

    Cast {
        all = List.copyOf(all);
    }

    /// @param accounts the phrase's accounts, in order
    static Cast of(List<Address> accounts) {
        var people = new ArrayList<Person>();
        for (int i = 0; i < accounts.size(); i++) {
            var index = i;
            Part.of(index)
                    .ifPresent(part -> people.add(new Person(name(part, index), part, index, accounts.get(index))));
        }
        return new Cast(people);
    }

    private static String name(Part part, int index) {
        return part.count() == 1 ? part.title() : part.title() + " " + (index - part.first() + 1);
    }

    List<Person> of(Part part) {
        return all.stream().filter(person -> person.part() == part).toList();
    }

    /// The first of a part; its only one, where it has one.
    Person one(Part part) {
        return of(part).getFirst();
    }
}
