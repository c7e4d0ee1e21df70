package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.adapters.localnet.world.Recordings.Answer;
import org.breakwater.adapters.localnet.world.Recordings.Recording;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Records what the lenses answer at fifty blocks, the head among them.
final class LensRecorder implements Strand {

    private static final int RECORDINGS = 50;
    private static final long PAGE = 25;

    private final Setting setting;
    private final Contract lens;
    private final Contract claimsLens;
    private final Recordings recordings = new Recordings();

    LensRecorder(Setting setting) {
        this.setting = setting;
        this.lens = setting.protocol().contract("ProtocolLens");
        this.claimsLens = setting.protocol().contract("ClaimsLens");
    }

    Recordings recordings() {
        return recordings;
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        var distance = Duration.ofDays(World.DAYS).dividedBy(RECORDINGS);
        for (int number = 1; number < RECORDINGS; number++) {
            agenda.at(World.GENESIS.plus(distance.multipliedBy(number)), "Recording the lenses", this::record);
        }
    }

    /// Records the newest block.
    void record() throws ProblemException {
        var block = newest();
        var answers = new ArrayList<Answer>();
        var head = answered(answers, lens.call("head")).struct();
        requireAsOf(block, head);
        for (var list : List.of("pools", "parameters", "treasury")) {
            answered(answers, lens.call(list));
        }
        pages(answers, lens, "subjects", head.count("subjects"));
        pages(answers, lens, "policyCounts", head.count("policies"));
        pages(answers, lens, "policies", head.count("policies"));
        pages(answers, lens, "changes", head.count("changes"));
        pages(answers, lens, "pauses", head.count("pauses"));
        for (var list : List.of("incidents", "claims", "cases", "series")) {
            pages(answers, claimsLens, list, head.count(list));
        }
        answered(answers, claimsLens.call("integrators"));
        recordings.add(new Recording(block, answers));
    }

    private void pages(List<Answer> answers, Contract contract, String function, long count) throws ProblemException {
        for (long from = 1; from <= count; from += PAGE) {
            answered(answers, contract.call(function, from, Math.min(count, from + PAGE - 1)));
        }
    }

    /// Asked as of the newest block, at its own time.
    private Fields answered(List<Answer> answers, Call call) throws ProblemException {
        var result = setting.stage()
                .rpc()
                .ask(
                        "eth_call",
                        Map.of(
                                "from",
                                Address.ZERO.toString(),
                                "to",
                                call.to().toString(),
                                "data",
                                call.data().toHex()),
                        "latest");
        var bytes = Bytes.fromHex(result.asString());
        answers.add(new Answer(call.function().getName(), call.to(), call.data(), bytes));
        return new Fields(call.function().getOutputs(), call.function().decodeReturn(bytes.toArray()));
    }

    private BlockRef newest() throws ProblemException {
        var block = setting.stage().rpc().ask("eth_getBlockByNumber", "latest", false);
        return new BlockRef(
                Long.decode(block.required("number").asString()),
                Hash32.fromHex(block.required("hash").asString()),
                Instant.ofEpochSecond(Long.decode(block.required("timestamp").asString())));
    }

    private static void requireAsOf(BlockRef block, Fields head) throws ProblemException {
        if (head.count("blockNumber") != block.number()
                || !head.instant("blockTime").equals(block.time())) {
            throw new ProblemException(Problem.of(
                    "The lens answers for block " + head.count("blockNumber") + " at " + head.instant("blockTime")
                            + ", not for block " + block.number() + " at " + block.time() + ".",
                    "The node does not answer as of its newest block."));
        }
    }
}
