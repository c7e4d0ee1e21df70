package org.breakwater.core.service;

import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Hash32;

/// Something that a service says and that is not so, or not proved. Nothing is corrected in silence.
public sealed interface ServiceFinding {

    /// One sentence.
    String sentence();

    /// Whether an honest service has no way to say this.
    boolean isLie();

    /// The fields have another hash than the one that the service names: what it has people sign is not what it shows.
    record OtherHash(ServedTransaction served, SafeTxHash own) implements ServiceFinding {

        @Override
        public String sentence() {
            return "The service names " + served.statedHash() + " as the hash of a transaction with nonce "
                    + served.transaction().nonce() + "; its fields have " + own + ".";
        }

        @Override
        public boolean isLie() {
            return true;
        }
    }

    /// It was told for this Safe and names another.
    record OtherSafe(ServedTransaction served) implements ServiceFinding {

        @Override
        public String sentence() {
            return "The service was asked about one Safe and tells a transaction of " + served.safe() + ".";
        }

        @Override
        public boolean isLie() {
            return true;
        }
    }

    /// No Safe of this version knows its operation; it cannot be hashed and is not shown.
    record UnknownOperation(ServedTransaction served) implements ServiceFinding {

        @Override
        public String sentence() {
            return "The service tells a transaction with nonce "
                    + served.transaction().nonce() + " whose operation the Safe does not know.";
        }

        @Override
        public boolean isLie() {
            return true;
        }
    }

    /// The same transaction stands in the list more than once.
    record Repeated(Hash32 safeTxHash) implements ServiceFinding {

        @Override
        public String sentence() {
            return "The service tells " + safeTxHash + " more than once.";
        }

        @Override
        public boolean isLie() {
            return false;
        }
    }

    /// It was told as waiting and its nonce lies below those that were asked for.
    record BelowNonce(QueuedTransaction transaction) implements ServiceFinding {

        @Override
        public String sentence() {
            return "The service tells " + transaction.hash() + " as waiting; its nonce "
                    + transaction.transaction().nonce() + " is used up.";
        }

        @Override
        public boolean isLie() {
            return false;
        }
    }

    /// A signature that counts for nothing: of nobody, of no owner, or of another owner than the one it stands under.
    record DoubtfulSignature(QueuedTransaction transaction, QueuedTransaction.Signed signed) implements ServiceFinding {

        @Override
        public String sentence() {
            var why = switch (signed.finding()) {
                case VALID -> "it is valid";
                case ONLY_ON_CHAIN -> "only the chain can confirm it";
                case NO_OWNER -> "that account is no owner";
                case OTHER_OWNER ->
                    "it is of " + signed.signer().map(Object::toString).orElse("somebody else");
                case NOT_OVER_THIS -> "it is not over this transaction";
            };
            return "The service tells a signature of " + signed.stated() + " for " + transaction.hash() + ": " + why
                    + ".";
        }

        @Override
        public boolean isLie() {
            return signed.finding() == QueuedTransaction.Finding.NOT_OVER_THIS
                    || signed.finding() == QueuedTransaction.Finding.OTHER_OWNER;
        }
    }

    /// The service shows it as proposed by somebody, and no signature of an owner over it was found.
    record NobodySigned(QueuedTransaction transaction) implements ServiceFinding {

        @Override
        public String sentence() {
            return "No owner's signature over " + transaction.hash() + " was found; who proposed it is not proved.";
        }

        @Override
        public boolean isLie() {
            return false;
        }
    }

    /// The service hides it although an owner has signed it.
    record HiddenThoughSigned(QueuedTransaction transaction) implements ServiceFinding {

        @Override
        public String sentence() {
            return "The service hides " + transaction.hash() + ", which an owner has signed.";
        }

        @Override
        public boolean isLie() {
            return true;
        }
    }

    /// Fewer came than the service counts.
    record FewerThanCounted(int came, long counted) implements ServiceFinding {

        @Override
        public String sentence() {
            return "The service counts " + counted + " waiting transactions and told " + came + ".";
        }

        @Override
        public boolean isLie() {
            return false;
        }
    }

    /// It was known here, can still be executed, and the service does not tell it any more. Its signatures stay valid.
    record Missing(QueuedTransaction known) implements ServiceFinding {

        @Override
        public String sentence() {
            return "The service no longer tells " + known.hash() + " with nonce "
                    + known.transaction().nonce() + ", which can still be executed.";
        }

        @Override
        public boolean isLie() {
            return false;
        }
    }
}
