package org.breakwater.adapters.review;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Attacks of some kind, and how one is written: what every group of them uses.
abstract class AttackGroup {

    final ReviewStage stage;
    final Address safe;
    private final List<Case> cases;

    AttackGroup(ReviewStage stage, List<Case> cases) {
        this.stage = stage;
        this.safe = stage.council();
        this.cases = cases;
    }

    /// Adds the attacks of the group.
    abstract void write() throws ProblemException;

    void add(String name, SafeCall call) {
        add(name, stage.next(safe, call));
    }

    void add(String name, SafeTransaction transaction) {
        cases.add(new Case(name, safe, transaction, Told.NOTHING, stage.book(), true));
    }

    static SafeCall delegate(Address to, Bytes data) {
        return new SafeCall(Operation.DELEGATE_CALL, to, BigInteger.ZERO, data);
    }

    static SafeCall call(Address to, String function, Object... arguments) {
        return SafeCall.of(to, Calldata.of(function, arguments));
    }

    static SafeCall pay(Address to, BigInteger wei) {
        return new SafeCall(Operation.CALL, to, wei, Bytes.EMPTY);
    }

    Bytes swapFirst(Address by) {
        var owners = owners();
        return Calldata.of("swapOwner(address,address,address)", SafeStorage.SENTINEL, owners.getFirst(), by);
    }

    List<Address> owners() {
        return stage.network().description().safes().getFirst().state().owners();
    }

    void other(String name, SafeDomain of, SafeCall call) {
        cases.add(new Case(name, of.safe(), stage.next(of.safe(), call), Told.NOTHING, stage.book(), true));
    }

    void add(Case written) {
        cases.add(written);
    }
}
