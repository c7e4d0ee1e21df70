package org.breakwater.core.compose;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A transaction that somebody is writing, with whatever stands in its fields.
///
/// @param id on this machine, from 1
/// @param chainId of the network that it is for
/// @param safe that is to make the calls, or the DAO's Timelock
/// @param nonce that was chosen; empty for the first that is free
/// @param calls in the order in which they are made
/// @param changed when it was written to last
/// @param text what is said of it: the description of a proposal of the DAO; empty for a Safe's transaction
/// @param reviewed the safeTxHash of what it was taken to review as, or the id under which it was proposed; empty where
///     it never was, or was changed since
public record Draft(
        long id,
        BigInteger chainId,
        Address safe,
        Optional<BigInteger> nonce,
        List<WrittenCall> calls,
        String text,
        Instant changed,
        Optional<Hash32> reviewed) {

    /// The longest text, in characters.
    public static final int MOST_TEXT = 65_536;

    /// How many calls a draft may have.
    public static final int MOST_CALLS = MultiSend.MOST_CALLS;

    public Draft {
        calls = List.copyOf(calls);
        if (calls.size() > MOST_CALLS) {
            throw new IllegalArgumentException("a draft has at most " + MOST_CALLS + " calls");
        }
        if (text.length() > MOST_TEXT) {
            throw new IllegalArgumentException("a text has at most " + MOST_TEXT + " characters");
        }
    }

    /// A transaction of a Safe, of which nothing is said.
    public Draft(
            long id,
            BigInteger chainId,
            Address safe,
            Optional<BigInteger> nonce,
            List<WrittenCall> calls,
            Instant changed,
            Optional<Hash32> reviewed) {
        this(id, chainId, safe, nonce, calls, "", changed, reviewed);
    }

    /// With one more call at its end.
    public Draft plus(WrittenCall call) {
        var more = new ArrayList<>(calls);
        more.add(call);
        return with(more);
    }

    /// With another call in a place.
    public Draft replaced(int index, WrittenCall call) {
        var changedCalls = new ArrayList<>(calls);
        changedCalls.set(index, call);
        return with(changedCalls);
    }

    public Draft without(int index) {
        var fewer = new ArrayList<>(calls);
        fewer.remove(index);
        return with(fewer);
    }

    /// With a call again, right after itself.
    public Draft copied(int index) {
        var more = new ArrayList<>(calls);
        more.add(index + 1, calls.get(index));
        return with(more);
    }

    /// With a call some places later, or earlier where `by` is below zero; at most to either end.
    public Draft moved(int index, int by) {
        var moved = new ArrayList<>(calls);
        moved.add(target(index, by), moved.remove(index));
        return with(moved);
    }

    /// Where a call is after it has been moved.
    public int target(int index, int by) {
        return Math.clamp((long) index + by, 0, calls.size() - 1);
    }

    public Draft with(List<WrittenCall> other) {
        return new Draft(id, chainId, safe, nonce, other, text, changed, Optional.empty());
    }

    public Draft at(Optional<BigInteger> chosen) {
        return new Draft(id, chainId, safe, chosen, calls, text, changed, Optional.empty());
    }

    public Draft of(Address other) {
        return new Draft(id, chainId, other, Optional.empty(), calls, text, changed, Optional.empty());
    }

    public Draft changedAt(Instant time) {
        return new Draft(id, chainId, safe, nonce, calls, text, time, reviewed);
    }

    public Draft reviewedAs(Hash32 hash) {
        return new Draft(id, chainId, safe, nonce, calls, text, changed, Optional.of(hash));
    }

    /// With other words said of it.
    public Draft saying(String words) {
        return new Draft(id, chainId, safe, nonce, calls, words, changed, Optional.empty());
    }

    /// Under another number.
    public Draft numbered(long number) {
        return new Draft(number, chainId, safe, nonce, calls, text, changed, reviewed);
    }
}
