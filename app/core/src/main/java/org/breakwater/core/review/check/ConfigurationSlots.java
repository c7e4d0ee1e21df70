package org.breakwater.core.review.check;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.breakwater.core.review.check.StateChange.Part;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.value.Hash32;

/// Where a Safe keeps who may act for it, and what each word is in a sentence.
final class ConfigurationSlots {

    static final String OWNERS = "the list of owners";
    static final String MODULES = "the list of modules";

    private ConfigurationSlots() {}

    /// What is one word each.
    static SequencedMap<Hash32, String> single() {
        var slots = new LinkedHashMap<Hash32, String>();
        slots.put(SafeStorage.SINGLETON, "the code behind the Safe");
        slots.put(SafeStorage.OWNER_COUNT, "the number of owners");
        slots.put(SafeStorage.THRESHOLD, "the threshold");
        slots.put(SafeStorage.GUARD, "the guard");
        slots.put(SafeStorage.MODULE_GUARD, "the guard of modules");
        slots.put(SafeStorage.FALLBACK_HANDLER, "the fallback handler");
        return slots;
    }

    /// The same as parts.
    static SequencedMap<Hash32, Part> parts() {
        var parts = new LinkedHashMap<Hash32, Part>();
        parts.put(SafeStorage.SINGLETON, Part.CODE);
        parts.put(SafeStorage.OWNER_COUNT, Part.OWNER_COUNT);
        parts.put(SafeStorage.THRESHOLD, Part.THRESHOLD);
        parts.put(SafeStorage.GUARD, Part.GUARD);
        parts.put(SafeStorage.MODULE_GUARD, Part.MODULE_GUARD);
        parts.put(SafeStorage.FALLBACK_HANDLER, Part.FALLBACK_HANDLER);
        return parts;
    }

    /// Those, and the lists of owners and modules: whoever joins or leaves changes an entry that is there already.
    static SequencedMap<Hash32, String> of(SafeConfiguration safe) {
        var slots = single();
        slots.put(SafeStorage.ownerEntry(SafeStorage.SENTINEL), OWNERS);
        safe.owners().forEach(owner -> slots.put(SafeStorage.ownerEntry(owner), OWNERS));
        slots.put(SafeStorage.moduleEntry(SafeStorage.SENTINEL), MODULES);
        safe.modules().forEach(module -> slots.put(SafeStorage.moduleEntry(module), MODULES));
        return slots;
    }
}
