package org.breakwater.core.review.check;

/// The checks of the signing firewall.
public enum CheckId {
    /// The hash is the same by every way.
    FW01("The hash is the same by every way", "hash", true),
    /// The Safe's code is a published version.
    FW02("The Safe's code is a published version", "version", true),
    /// The chain is the same everywhere.
    FW03("The chain is the same everywhere", "chain", true),
    /// The Safe is a published proxy.
    FW04("The Safe is a published proxy", "proxy", true),
    /// The calldata is in the standard form.
    FW05("The calldata is in the standard form", "form of the calldata", false),
    /// What others say of it is true.
    FW06("What others say of it is true", "what others say", false),
    /// What is signed is what was hashed.
    FW07("What is signed is what was hashed", "signature", false),
    /// A second machine agrees.
    FW08("A second machine agrees", "second machine", false),
    /// No unknown code runs as the Safe.
    FW09("No unknown code runs as the Safe", "foreign code", true),
    /// No batch runs code as the Safe.
    FW10("No batch runs code as the Safe", "batch", true),
    /// Every batch is understood to its last byte.
    FW11("Every batch is understood to its last byte", "batch to its end", false),
    /// No batch hides a change of the Safe.
    FW12("No batch hides a change of the Safe", "changes of the Safe", false),
    /// Nobody is refunded.
    FW13("Nobody is refunded", "refund", false),
    /// A failing call keeps the nonce.
    FW14("A failing call keeps the nonce", "kept nonce", false),
    /// Hashes that are approved are known.
    FW15("Hashes that are approved are known", "approved hashes", false),
    /// No call goes around the signatures.
    FW16("No call goes around the signatures", "way round the owners", false),
    /// The owners stay safe.
    FW17("The owners stay safe", "owners", false),
    /// New owners are known people.
    FW18("New owners are known people", "new owners", false),
    /// Modules, guards and handlers are known code.
    FW19("Modules, guards and handlers are known code", "modules and guards", true),
    /// No guard is removed.
    FW20("No guard is removed", "guard kept", false),
    /// Modules and guards are those of the policy.
    FW21("Modules and guards are those of the policy", "policy's modules", false),
    /// The Safe's own code stays.
    FW22("The Safe's own code stays", "code of the Safe", true),
    /// Every target has code.
    FW23("Every target has code", "code at targets", true),
    /// Every target has a name.
    FW24("Every target has a name", "named targets", false),
    /// No target changed its code of late.
    FW25("No target changed its code of late", "proxies", false),
    /// No target is new.
    FW26("No target is new", "age of code", false),
    /// No address imitates another.
    FW27("No address imitates another", "look-alikes", false),
    /// Addresses are written as their checksum wants.
    FW28("Addresses are written as their checksum wants", "checksums", false),
    /// Nobody is on the list of the denied.
    FW29("Nobody is on the list of the denied", "denied", false),
    /// Nobody is given power.
    FW30("Nobody is given power", "power", false),
    /// Nobody may take tokens.
    FW31("Nobody may take tokens", "allowances", false),
    /// Amounts are usual.
    FW32("Amounts are usual", "amounts", false),
    /// Decimals are those of the chain.
    FW33("Decimals are those of the chain", "decimals", false),
    /// Every call is understood.
    FW34("Every call is understood", "meaning", false),
    /// No selector has two meanings.
    FW35("No selector has two meanings", "one meaning", false),
    /// No money goes where it is not asked for.
    FW36("No money goes where it is not asked for", "value", false),
    /// Swaps have a floor and come back.
    FW37("Swaps have a floor and come back", "exchange", false),
    /// Delays are kept.
    FW38("Delays are kept", "delays", false),
    /// No other transaction has this nonce.
    FW39("No other transaction has this nonce", "rivals", false),
    /// The nonce is the next.
    FW40("The nonce is the next", "nonce", false),
    /// Nothing is signed far in advance.
    FW41("Nothing is signed far in advance", "far ahead", false),
    /// This machine signed nothing else in its place.
    FW42("This machine signed nothing else in its place", "signed before", false),
    /// Every signature is an owner's.
    FW43("Every signature is an owner's", "signatures", true),
    /// The last signer looks again.
    FW44("The last signer looks again", "last signer", false),
    /// No bare hash is signed.
    FW45("No bare hash is signed", "messages", false),
    /// An owner proposed it.
    FW46("An owner proposed it", "proposer", false),
    /// Several nodes agree.
    FW47("Several nodes agree", "second node", false),
    /// The Safe's storage is proven.
    FW48("The Safe's storage is proven", "storage proof", false),
    /// It does what it says.
    FW49("It does what it says", "simulation", true),
    /// It does the same elsewhere.
    FW50("It does the same elsewhere", "other blocks", false),
    /// The proposal is the one that is hashed.
    FW51("The proposal is the one that is hashed", "proposal", false),
    /// Every action of a proposal is checked.
    FW52("Every action of a proposal is checked", "its actions", false),
    /// The vote is what it seems.
    FW53("The vote is what it seems", "vote", false),
    /// The proposer's power is not borrowed.
    FW54("The proposer's power is not borrowed", "proposer's votes", false),
    /// An off-chain vote is decoded.
    FW55("An off-chain vote is decoded", "off-chain vote", false),
    /// Votes stay with whom they are.
    FW56("Votes stay with whom they are", "delegation", false),
    /// A claim pays whom and what it may.
    FW57("A claim pays whom and what it may", "claim", false),
    /// Evidence is what was filed.
    FW58("Evidence is what was filed", "evidence", false),
    /// Nobody judges their own claim.
    FW59("Nobody judges their own claim", "parties", false),
    /// Parameters stay within their bounds.
    FW60("Parameters stay within their bounds", "parameters", false),
    /// The pools stay solvent.
    FW61("The pools stay solvent", "solvency", false),
    /// A stop is what it seems.
    FW62("A stop is what it seems", "stops", false),
    /// A payee is not new.
    FW63("A payee is not new", "members", false),
    /// This program is the released one.
    FW64("This program is the released one", "release", false),
    /// Nothing is attached to this program.
    FW65("Nothing is attached to this program", "agents", false),
    /// The policy is the person's own.
    FW66("The policy is the person's own", "own policy", false),
    /// The device is up to date.
    FW67("The device is up to date", "device", false),
    /// The clock is right.
    FW68("The clock is right", "clock", false),
    /// The clipboard is what was copied.
    FW69("The clipboard is what was copied", "clipboard", false),
    /// A new source of prices tells what the old one tells.
    FW70("A new source of prices tells what the old one tells", "source of prices", false);

    private final String title;
    private final String subject;
    private final boolean essential;

    CheckId(String title, String subject, boolean essential) {
        this.title = title;
        this.subject = subject;
        this.essential = essential;
    }

    /// What holds when it passes.
    public String title() {
        return title;
    }

    /// What it looks at, in a word or few.
    public String subject() {
        return subject;
    }

    /// Whether a transaction is held when it could not run.
    public boolean isEssential() {
        return essential;
    }
}
