package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.rule.ParameterConsistency.Violation;
import org.breakwater.core.value.Hash32;

/// Two values that are each consistent with what is in force, and not with each other: whichever is executed first, the
/// registry refuses the other (`ParameterRegistry.execute` checks the rules again).
public final class ParameterClash {

    private ParameterClash() {}

    /// A value that a parameter would get.
    public record Setting(Hash32 key, ParameterScope scope, BigInteger value) {

        Optional<Violation> violation(ParameterBook book) {
            return ParameterConsistency.violation(book, key, scope, value);
        }
    }

    /// The rule that two settings break together, if they do.
    public static Optional<Violation> between(ParameterBook book, Setting first, Setting second) {
        var eachAlone =
                first.violation(book).isEmpty() && second.violation(book).isEmpty();
        return eachAlone ? second.violation(after(book, first)) : Optional.empty();
    }

    /// The book once a setting has been executed.
    public static ParameterBook after(ParameterBook book, Setting setting) {
        return new Changed(book, setting);
    }

    /// The book once a setting has been executed.
    private record Changed(ParameterBook book, Setting done) implements ParameterBook {

        @Override
        public Optional<Spec> spec(Hash32 key) {
            return book.spec(key);
        }

        @Override
        public Optional<BigInteger> own(Hash32 key, ParameterScope scope) {
            var same = key.equals(done.key()) && scope.equals(done.scope());
            return same ? Optional.of(done.value()) : book.own(key, scope);
        }

        @Override
        public List<ParameterScope> scopes(Hash32 key) {
            var scopes = new ArrayList<>(book.scopes(key));
            var isNew = key.equals(done.key())
                    && !done.scope().equals(ParameterScope.GLOBAL)
                    && !scopes.contains(done.scope());
            if (isNew) {
                scopes.add(done.scope());
            }
            return scopes;
        }

        @Override
        public long changedAt(Hash32 key, ParameterScope scope) {
            return book.changedAt(key, scope);
        }
    }
}
