package org.breakwater.adapters.localservice;

import org.breakwater.core.problem.ProblemException;

/// What the service says of itself. These answers are not in camel case, as those of the real service are not.
record About(SafeBook book) {

    /// The version of the real service whose API this is.
    private static final String VERSION = "6.10.1";

    Reply service(Request request) {
        var body = Reply.JSON
                .createObjectNode()
                .put("name", "Safe Transaction Service")
                .put("version", VERSION)
                .put("api_version", "v1")
                .put("secure", false)
                .put("host", request.base());
        body.putObject("settings").put("ETH_L2_NETWORK", false).put("ETH_REORG_BLOCKS", 0);
        return Reply.of(body);
    }

    Reply node(Request request) throws ProblemException {
        return Reply.of(Reply.JSON
                .createObjectNode()
                .put("version", "anvil")
                .put("block_number", book.chain().head().number())
                .put("chain_id", book.chain().chain().number())
                .put("chain", "local")
                .put("syncing", false));
    }

    /// Every answer is read from the chain, so that it is always up to date.
    Reply indexing(Request request) throws ProblemException {
        var head = book.chain().head();
        var time = ServiceJson.time(head.time());
        return Reply.of(Reply.JSON
                .createObjectNode()
                .put("currentBlockNumber", head.number())
                .put("currentBlockTimestamp", time)
                .put("erc20BlockNumber", head.number())
                .put("erc20BlockTimestamp", time)
                .put("erc20Synced", true)
                .put("masterCopiesBlockNumber", head.number())
                .put("masterCopiesBlockTimestamp", time)
                .put("masterCopiesSynced", true)
                .put("synced", true));
    }

    Reply singletons(Request request) throws ProblemException {
        var head = book.chain().head().number();
        var list = Reply.JSON.createArrayNode();
        for (var singleton : book.singletons()) {
            list.addObject()
                    .put("address", singleton.address().toString())
                    .put("version", singleton.version())
                    .put("deployer", "Safe")
                    .put("deployedBlockNumber", 0)
                    .put("lastIndexedBlockNumber", head)
                    .put("l2", singleton.l2());
        }
        return Reply.of(list);
    }
}
