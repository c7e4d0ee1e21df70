package org.breakwater.core.keeping;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Port: opens what a keeper works with.
public interface Keepers {

    /// Where a keeper looks.
    ///
    /// @param rpcs addresses of nodes, in order of preference
    /// @param deployment path of the deployment file
    /// @param store path of the file that keeps the index; a passing one where empty
    /// @param reports folder with reports of signers; none where empty
    record Places(List<String> rpcs, String deployment, Optional<String> store, Optional<String> reports) {

        public Places {
            rpcs = List.copyOf(rpcs);
        }
    }

    /// Insists that one of the nodes is on the deployment's chain and has its contracts.
    OpenKeeper open(Places places) throws ProblemException;

    /// Opens a key in a file.
    ///
    /// @param passphrase wiped when this returns
    PayingAccount key(String file, char[] passphrase) throws ProblemException;

    /// A keeper's view of one protocol. One thread at a time.
    interface OpenKeeper extends AutoCloseable {

        /// Endpoints that cannot be used, and why.
        List<Problem> passedOver();

        /// Reads what is new and tries what is due, as an account would.
        KeepRound.Found look(Address sender) throws ProblemException;

        /// @throws ProblemException for an account that may do what not everybody may
        Keeper keeper(PayingAccount account, KeeperRules rules) throws ProblemException;

        @Override
        void close();
    }
}
