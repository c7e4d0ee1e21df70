package org.breakwater.core.acting;

import java.util.Optional;
import org.breakwater.core.value.Address;

/// Somebody on the list of those who sign on this machine.
///
/// @param name in the person's words
/// @param program that signs for them; a keystore file where there is none
public record KeptSigner(Address address, String name, Optional<ExternalProgram> program) {

    /// Characters of a name.
    public static final int MOST_NAME = 40;

    public KeptSigner {
        if (!isName(name)) {
            throw new IllegalArgumentException("a name has 1 to " + MOST_NAME + " characters that can be seen");
        }
    }

    /// Whether somebody can be called that.
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.length() <= MOST_NAME
                && name.codePoints().noneMatch(KeptSigner::isUnseen);
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    KeptSigner called(String other) {
        return new KeptSigner(address, other, program);
    }

    public Person person() {
        return new Person(address, name, program.isPresent() ? Person.Means.EXTERNAL_SIGNER : Person.Means.KEYSTORE);
    }
}
