package org.breakwater.core.review.check;

/// The checks of the signing firewall.
public enum CheckId {
    /// The hash is the same by every way.
    FW01("The hash is the same by every way", true),
    /// The Safe's code is a published version.
    FW02("The Safe's code is a published version", true),
    /// The chain is the same everywhere.
    FW03("The chain is the same everywhere", true),
    /// The Safe is a published proxy.
    FW04("The Safe is a published proxy", true),
    /// The calldata is in the standard form.
    FW05("The calldata is in the standard form", false),
    /// What others say of it is true.
    FW06("What others say of it is true", false),
    /// What is signed is what was hashed.
    FW07("What is signed is what was hashed", false),
    /// A second machine agrees.
    FW08("A second machine agrees", false),
    /// No unknown code runs as the Safe.
    FW09("No unknown code runs as the Safe", true),
    /// No batch runs code as the Safe.
    FW10("No batch runs code as the Safe", true),
    /// Every batch is understood to its last byte.
    FW11("Every batch is understood to its last byte", false),
    /// No batch hides a change of the Safe.
    FW12("No batch hides a change of the Safe", false),
    /// Nobody is refunded.
    FW13("Nobody is refunded", false),
    /// A failing call keeps the nonce.
    FW14("A failing call keeps the nonce", false),
    /// Hashes that are approved are known.
    FW15("Hashes that are approved are known", false),
    /// No call goes around the signatures.
    FW16("No call goes around the signatures", false),
    /// The owners stay safe.
    FW17("The owners stay safe", false),
    /// New owners are known people.
    FW18("New owners are known people", false),
    /// Modules, guards and handlers are known code.
    FW19("Modules, guards and handlers are known code", true),
    /// No guard is removed.
    FW20("No guard is removed", false),
    /// Modules and guards are those of the policy.
    FW21("Modules and guards are those of the policy", false),
    /// The Safe's own code stays.
    FW22("The Safe's own code stays", true),
    /// Every target has code.
    FW23("Every target has code", true),
    /// Every target has a name.
    FW24("Every target has a name", false),
    /// No target changed its code of late.
    FW25("No target changed its code of late", false),
    /// No target is new.
    FW26("No target is new", false),
    /// No address imitates another.
    FW27("No address imitates another", false),
    /// Addresses are written as their checksum wants.
    FW28("Addresses are written as their checksum wants", false),
    /// Nobody is on the list of the denied.
    FW29("Nobody is on the list of the denied", false),
    /// Nobody is given power.
    FW30("Nobody is given power", false),
    /// Nobody may take tokens.
    FW31("Nobody may take tokens", false),
    /// Amounts are usual.
    FW32("Amounts are usual", false),
    /// Decimals are those of the chain.
    FW33("Decimals are those of the chain", false),
    /// Every call is understood.
    FW34("Every call is understood", false),
    /// No selector has two meanings.
    FW35("No selector has two meanings", false),
    /// No money goes where it is not asked for.
    FW36("No money goes where it is not asked for", false),
    /// Swaps have a floor and come back.
    FW37("Swaps have a floor and come back", false),
    /// Delays are kept.
    FW38("Delays are kept", false),
    /// No other transaction has this nonce.
    FW39("No other transaction has this nonce", false),
    /// The nonce is the next.
    FW40("The nonce is the next", false),
    /// Nothing is signed far in advance.
    FW41("Nothing is signed far in advance", false),
    /// This machine signed nothing else in its place.
    FW42("This machine signed nothing else in its place", false),
    /// Every signature is an owner's.
    FW43("Every signature is an owner's", true),
    /// The last signer looks again.
    FW44("The last signer looks again", false),
    /// No bare hash is signed.
    FW45("No bare hash is signed", false),
    /// An owner proposed it.
    FW46("An owner proposed it", false),
    /// Several nodes agree.
    FW47("Several nodes agree", false),
    /// The Safe's storage is proven.
    FW48("The Safe's storage is proven", false),
    /// It does what it says.
    FW49("It does what it says", true),
    /// It does the same elsewhere.
    FW50("It does the same elsewhere", false),
    /// The proposal is the one that is hashed.
    FW51("The proposal is the one that is hashed", false),
    /// Every action of a proposal is checked.
    FW52("Every action of a proposal is checked", false),
    /// The vote is what it seems.
    FW53("The vote is what it seems", false),
    /// The proposer's power is not borrowed.
    FW54("The proposer's power is not borrowed", false),
    /// An off-chain vote is decoded.
    FW55("An off-chain vote is decoded", false),
    /// Votes stay with whom they are.
    FW56("Votes stay with whom they are", false),
    /// A claim pays whom and what it may.
    FW57("A claim pays whom and what it may", false),
    /// Evidence is what was filed.
    FW58("Evidence is what was filed", false),
    /// Nobody judges their own claim.
    FW59("Nobody judges their own claim", false),
    /// Parameters stay within their bounds.
    FW60("Parameters stay within their bounds", false),
    /// The pools stay solvent.
    FW61("The pools stay solvent", false),
    /// A stop is what it seems.
    FW62("A stop is what it seems", false),
    /// A payee is not new.
    FW63("A payee is not new", false),
    /// This program is the released one.
    FW64("This program is the released one", false),
    /// Nothing is attached to this program.
    FW65("Nothing is attached to this program", false),
    /// The policy is the person's own.
    FW66("The policy is the person's own", false),
    /// The device is up to date.
    FW67("The device is up to date", false),
    /// The clock is right.
    FW68("The clock is right", false),
    /// The clipboard is what was copied.
    FW69("The clipboard is what was copied", false);

    private final String title;
    private final boolean essential;

    CheckId(String title, boolean essential) {
        this.title = title;
        this.essential = essential;
    }

    /// What holds when it passes.
    public String title() {
        return title;
    }

    /// Whether a transaction is held when it could not run.
    public boolean isEssential() {
        return essential;
    }
}
