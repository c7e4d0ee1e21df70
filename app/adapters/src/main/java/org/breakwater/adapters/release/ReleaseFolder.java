package org.breakwater.adapters.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.breakwater.adapters.files.BoundedBytes;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.release.ReleaseManifest;
import org.breakwater.core.release.ReleaseManifest.Listed;
import org.breakwater.core.release.ReleaseVerdict;
import org.breakwater.core.release.Releases;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A release's folder: files, `manifest.json`, and `manifest.json.sig` with a signature of Ed25519 (RFC 8032) over the
/// manifest's bytes in each line, as Base64. `openssl pkeyutl -sign -rawin -inkey KEY -in manifest.json | base64 -w0`
/// makes one.
public final class ReleaseFolder implements Releases {

    private static final String MANIFEST = "manifest.json";
    private static final String SIGNATURES = "manifest.json.sig";
    private static final int MOST_KEY = 4_096;
    private static final int MOST_SIGNATURES = 16;
    private static final int SIGNATURE = 64;
    private static final int MOST_SIGNATURE_TEXT = MOST_SIGNATURES * 100;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    @Override
    public ReleaseVerdict verify(String file, List<String> keys) throws ProblemException {
        var path = path(file).toAbsolutePath();
        var manifestPath = path.resolveSibling(MANIFEST);
        var bytes = BoundedBytes.read(manifestPath, Math.toIntExact(ReleaseManifest.LIMITS.bytes()));
        var text = Bytes.of(bytes).toText().orElseThrow(() -> refused(manifestPath, "it is no text in UTF-8"));
        var manifest = ReleaseManifest.of(JsonText.parse(manifestPath.toString(), text, ReleaseManifest.LIMITS));
        var publicKeys = new LinkedHashSet<PublicKey>();
        for (var key : keys) {
            publicKeys.add(key(path(key)));
        }
        var signatures = publicKeys.isEmpty() ? 0 : signers(bytes, path.resolveSibling(SIGNATURES), publicKeys);
        return ReleaseVerdict.of(manifest, listed(path), publicKeys.size(), signatures);
    }

    private static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException broken) {
            throw new ProblemException(Problem.of("There is no path “" + text + "”.", "Check it."), broken);
        }
    }

    private static Listed listed(Path file) throws ProblemException {
        try (var input = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            var size = 0L;
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
            return new Listed(String.valueOf(file.getFileName()), size, new Hash32(Bytes.of(digest.digest())));
        } catch (NoSuchFileException missing) {
            throw new ProblemException(Problem.of("There is no file at " + file + ".", "Check the path."), missing);
        } catch (IOException broken) {
            throw new ProblemException(
                    Problem.of(file + " could not be read: " + broken.getMessage() + ".", "Check the path."), broken);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    private static PublicKey key(Path path) throws ProblemException {
        var text = BoundedText.read(path, MOST_KEY).strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            throw refused(path, "it is no public key in PEM");
        }
        try {
            var content = text.substring(BEGIN.length(), text.length() - END.length());
            var encoded = Base64.getDecoder().decode(content.replaceAll("\\s", ""));
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException broken) {
            throw refused(path, "it is no public key of Ed25519");
        }
    }

    /// By how many keys the manifest is signed.
    private static int signers(byte[] manifest, Path path, Set<PublicKey> keys) throws ProblemException {
        if (!Files.exists(path)) {
            return 0;
        }
        var signatures = signatures(path);
        var signers = 0;
        for (var key : keys) {
            for (var signature : signatures) {
                if (isBy(key, manifest, signature)) {
                    signers++;
                    break;
                }
            }
        }
        return signers;
    }

    private static List<byte[]> signatures(Path path) throws ProblemException {
        var signatures = new ArrayList<byte[]>();
        for (var line : BoundedText.read(path, MOST_SIGNATURE_TEXT).lines().toList()) {
            try {
                signatures.add(Base64.getDecoder().decode(line));
            } catch (IllegalArgumentException broken) {
                throw refused(path, "line " + (signatures.size() + 1) + " is no Base64");
            }
            if (signatures.getLast().length != SIGNATURE) {
                throw refused(path, "line " + signatures.size() + " is no signature of " + SIGNATURE + " bytes");
            }
        }
        return signatures;
    }

    private static boolean isBy(PublicKey key, byte[] manifest, byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(manifest);
            return signature.verify(bytes);
        } catch (GeneralSecurityException malformed) {
            return false; // A signature whose numbers are out of range is nobody's.
        }
    }

    private static ProblemException refused(Path path, String why) {
        return new ProblemException(
                Problem.of(path + " cannot be used: " + why + ".", "Get the file again from its source."));
    }
}
