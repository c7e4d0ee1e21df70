package org.breakwater.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.release.ReleaseVerdict;
import org.breakwater.core.release.ReleaseVerdict.Differs;
import org.breakwater.core.release.ReleaseVerdict.NotListed;
import org.breakwater.core.release.ReleaseVerdict.Signed;
import org.breakwater.core.release.ReleaseVerdict.TooFewSignatures;
import org.breakwater.core.release.ReleaseVerdict.Unsigned;
import org.breakwater.core.release.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `breakwater verify-release`: whether a file is the released one.
@Command(
        name = "verify-release",
        mixinStandardHelpOptions = true,
        description = {
            "Compares a file with the manifest.json beside it, and the manifest's signatures (manifest.json.sig) with"
                    + " public keys of Ed25519, of which more than half must have signed.",
            "It opens no connection."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file is the released one, and enough keys have signed for it",
            "1:could not be verified",
            "2:the sums agree; no key was given, so whose they are is not known",
            "3:not the released file, or too few signatures: do not install it"
        })
public final class VerifyReleaseCommand implements Callable<Integer> {

    private static final int NOT_ASKED = 2;
    private static final int REFUSED = 3;

    private final Releases releases;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file that was received.")
    private String file;

    @Option(names = "--key", paramLabel = "FILE", description = "A public key in PEM; may be given several times.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
    public VerifyReleaseCommand(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Integer call() throws ProblemException {
        var verdict = releases.verify(file, keys);
        var said = said(verdict);
        var out = spec.commandLine().getOut();
        out.println(
                json ? Json.print(Json.object("verdict", said.word(), "sentence", said.sentence())) : said.sentence());
        out.flush();
        return said.code();
    }

    private record Said(int code, String word, String sentence) {}

    private static Said said(ReleaseVerdict verdict) {
        return switch (verdict) {
            case Signed(var version, int signatures, int needed) ->
                new Said(
                        0,
                        "signed",
                        "It is the file of release %s; %d keys signed for it, %d are needed."
                                .formatted(version, signatures, needed));
            case Unsigned(var version) ->
                new Said(
                        NOT_ASKED,
                        "unsigned",
                        "Its sum is that of release %s. Whose list that is was not asked: give keys with --key."
                                .formatted(version));
            case TooFewSignatures(var version, int signatures, int needed) ->
                new Said(
                        REFUSED,
                        "too-few-signatures",
                        "Its sum is that of release %s, but %d keys signed for it and %d are needed. Do not install it."
                                .formatted(version, signatures, needed));
            case NotListed(var version) ->
                new Said(
                        REFUSED,
                        "not-listed",
                        "Release %s has no file of that name. Do not install it.".formatted(version));
            case Differs(var version, var listed, var found) ->
                new Said(
                        REFUSED,
                        "differs",
                        "It is not the file of release %s: its sum is %s, not %s. Do not install it."
                                .formatted(version, found, listed));
        };
    }
}
