package org.breakwater.adapters.signer.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bouncycastle.crypto.generators.SCrypt;
import org.breakwater.adapters.TestPackages;
import org.breakwater.adapters.cast.CastWallet;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.decoding.Mutations;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class KeystoreTest {

    private static final Hash32 HASH = Keccak.hash("something to sign");
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final String PASSPHRASE = "correct horse – battery staple";

    /// ethereum/tests, KeyStoreTests/basic_tests.json
    private static final String PBKDF2 = """
        {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},
        "ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","kdf":"pbkdf2",
        "kdfparams":{"c":262144,"dklen":32,"prf":"hmac-sha256",
        "salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},
        "mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},
        "id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}
        """;

    /// The same; its r = 1 with n = 2^18 is what Bouncy Castle refuses.
    private static final String SCRYPT = """
        {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"83dbcc02d8ccb40e466191a123791e0e"},
        "ciphertext":"d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c","kdf":"scrypt",
        "kdfparams":{"dklen":32,"n":262144,"r":1,"p":8,
        "salt":"ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19"},
        "mac":"2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097"},
        "id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}
        """;

    /// ethereum/tests, KeyStoreTests/pbkdf2_test.json: of version 2, with another cipher.
    private static final String VERSION_2 = """
        {"crypto":{"cipher":"aes-128-cbc","cipherparams":{"iv":"db76cba2e79171364c5d5378190062c8"},
        "ciphertext":"e8ae879315e349d8804a779421b26d95d2d3195fcf6c4039ee5323b858f53ef3","kdf":"pbkdf2",
        "kdfparams":{"c":262144,"dklen":16,"prf":"hmac-sha256",
        "salt":"de5742f1f1045c402296422cee5a8a9ecf0ac5bf594deca1170d22aef33a79cf"},
        "mac":"340aed34a9229210bfb7a5731268d78c68dba5e78a5a4eb87ff6e28bf2952735"},
        "id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":2}
        """;

    private static final BigInteger KEY_OF_TESTS =
            new BigInteger("7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d", 16);

    /// The wallet of ethers' test cases that takes the least time.
    private static final String CHEAP = "life";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("vectors")
    void thePublicVectorsOpenToTheirKeys(String document, BigInteger key) throws ProblemException {
        try (var passphrase = Passphrase.take("testpassword".toCharArray());
                var opened = read(document).open(passphrase)) {
            assertThat(new BigInteger(1, opened.copy())).isEqualTo(key);
        }
    }

    static Stream<Arguments> vectors() {
        return Stream.of(Arguments.of(PBKDF2, KEY_OF_TESTS), Arguments.of(SCRYPT, KEY_OF_TESTS));
    }

    @ParameterizedTest
    @MethodSource("quickWallets")
    void walletsOfOtherProgramsOpenToTheirKeys(String name) throws ProblemException {
        opens(wallet(name));
    }

    static Stream<String> quickWallets() {
        return Stream.of(CHEAP, "parity");
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("wallets")
    void allWalletsOfTheVectorsOpenToTheirKeys(String name) throws ProblemException {
        opens(wallet(name));
    }

    static Stream<String> wallets() {
        return StreamSupport.stream(TestPackages.ethers("wallets").spliterator(), false)
                .filter(wallet -> wallet.required("type").asString().equals("secret-storage"))
                .map(wallet -> wallet.required("name").asString());
    }

    private static JsonNode wallet(String name) {
        return StreamSupport.stream(TestPackages.ethers("wallets").spliterator(), false)
                .filter(wallet -> wallet.required("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void opens(JsonNode wallet) throws ProblemException {
        try (var passphrase =
                        Passphrase.take(wallet.required("password").asString().toCharArray());
                var key = read(wallet.required("json").asString()).open(passphrase)) {
            assertThat(Bytes.of(key.copy()))
                    .hasToString(wallet.required("privateKey").asString());
            assertThat(key.address())
                    .isEqualTo(Address.parse(wallet.required("address").asString()));
        }
    }

    @Test
    void aKeyThatIsMadeHereIsForItsOwnerAloneAndOpensOnlyToItsPassphrase() throws Exception {
        var keystore = keystore(InstantSource.system());
        var made = keystore.create(PASSPHRASE.toCharArray());

        var file = folder.resolve("keys").resolve(made.address().toString().toLowerCase(Locale.ROOT) + ".json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
        assertThat(keystore.addresses()).containsExactly(made.address());
        assertThat(Files.readString(file)).contains("\"n\": 262144", "\"r\": 8", "\"p\": 1", "\"dklen\": 32");

        var key = keystore.key(made.address());
        assertThatThrownBy(() -> key.sign(HASH))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is locked");
        var right = PASSPHRASE.toCharArray();
        key.unlock(right);
        assertThat(right).containsOnly('\0');
        assertThat(new EcdsaRecovery().signer(HASH, key.sign(HASH))).contains(made.address());

        assertThat(CastWallet.address(file, PASSPHRASE)).isEqualTo(made.address());
    }

    @Test
    void aKeyOfFoundrysCastIsTakenOverAndTheOneThatIsThereIsNeverReplaced() throws Exception {
        var theirs = CastWallet.create(Files.createDirectory(folder.resolve("cast")), "short");
        var keystore = keystore(InstantSource.system());

        var key = keystore.importFrom(theirs.file(), "short".toCharArray());

        assertThat(key.address()).isEqualTo(theirs.address());
        assertThat(keystore.addresses()).containsExactly(theirs.address());
        var before = Files.readString(ours(theirs.address()));
        var again = "short".toCharArray();
        assertThatThrownBy(() -> keystore.importFrom(theirs.file(), again))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is a key of " + theirs.address() + " already");
        assertThat(Files.readString(ours(theirs.address()))).isEqualTo(before);
        assertThat(again).containsOnly('\0');
    }

    private Path ours(Address address) {
        return folder.resolve("keys").resolve(address.toString().toLowerCase(Locale.ROOT) + ".json");
    }

    @Test
    void aShortPassphraseMakesNoKey() {
        var passphrase = "elevenchars".toCharArray();

        assertThatThrownBy(() -> keystore(InstantSource.system()).create(passphrase))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("at least 12 characters");
        assertThat(passphrase).containsOnly('\0');
    }

    @Test
    void aKeyLocksItselfWhenNobodyUsesIt() throws Exception {
        var now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
        var wallet = wallet(CHEAP);
        var address = Address.parse(wallet.required("address").asString());
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(ours(address), wallet.required("json").asString());
        var key = keystore(now::get).key(address);
        var wrong = "fool".toCharArray();
        assertThatThrownBy(() -> key.unlock(wrong))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not open this key");
        assertThat(wrong).containsOnly('\0');
        assertThat(key.isUnlocked()).isFalse();
        key.unlock(wallet.required("password").asString().toCharArray());
        assertThat(key.locksAt()).contains(now.get().plus(IDLE));

        now.set(now.get().plus(IDLE).minusMillis(1));
        key.sign(HASH);
        now.set(now.get().plus(IDLE).minusMillis(1));
        assertThat(key.isUnlocked()).isTrue();
        now.set(now.get().plusMillis(1));
        assertThatThrownBy(() -> key.sign(HASH))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is locked");

        key.unlock(wallet.required("password").asString().toCharArray());
        key.lock();
        assertThat(key.isUnlocked()).isFalse();
        assertThat(key.locksAt()).isEmpty();
    }

    /// Each is a change to the vector of scrypt; none may cost any work.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"n\":262144 | \"n\":0",
                "\"n\":262144 | \"n\":1",
                "\"n\":262144 | \"n\":262143",
                "\"n\":262144 | \"n\":-2",
                "\"n\":262144 | \"n\":1073741824",
                "\"n\":262144 | \"n\":4294967296",
                "\"n\":262144 | \"n\":\"262144\"",
                "\"n\":262144 | \"n\":4194304",
                "\"r\":1 | \"r\":0",
                "\"r\":1 | \"r\":2147483647",
                "\"r\":1 | \"r\":64",
                "\"p\":8 | \"p\":0",
                "\"p\":8 | \"p\":64",
                "\"n\":262144,\"r\":1,\"p\":8 | \"n\":2,\"r\":1,\"p\":1000000",
                "\"n\":262144,\"r\":1,\"p\":8 | \"n\":2,\"r\":32768,\"p\":1",
                "\"n\":262144,\"r\":1,\"p\":8 | \"n\":2147483648,\"r\":2147483648,\"p\":2147483648",
                "\"dklen\":32 | \"dklen\":31",
                "\"dklen\":32 | \"dklen\":64",
                "\"dklen\":32 | \"dklen\":1000000000",
                "\"kdf\":\"scrypt\" | \"kdf\":\"argon2id\"",
                "\"kdf\":\"scrypt\" | \"kdf\":\"pbkdf2\"",
                "aes-128-ctr | aes-256-gcm",
                "\"version\":3 | \"version\":4",
                "\"version\":3 | \"version\":3,\"version\":3",
                "ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19 | ab0c78",
                "83dbcc02d8ccb40e466191a123791e0e | 83db",
                "d172bf743a674da9 | ",
                "2103ac29920d71da | ",
                "2103ac29920d71da | zz03ac29920d71da"
            })
    void aHostileFileIsRefusedBeforeAnyWork(String from, String to) {
        var document = SCRYPT.replace(from, to == null ? "" : to);
        assertThat(document).isNotEqualTo(SCRYPT);

        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> read(document)).isInstanceOf(ProblemException.class));
    }

    @ParameterizedTest
    @CsvSource({"0", "8388609", "2147483647"})
    void moreRoundsThanAnyWalletsAreRefused(String rounds) {
        var document = PBKDF2.replace("262144", rounds);

        assertThatThrownBy(() -> read(document))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("rounds");
    }

    @Test
    void aLongSaltIsRefused() {
        assertThatThrownBy(() -> read(PBKDF2.replace("ae3cd4e7", "ab".repeat(65))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a salt has 8 to 64 bytes");
    }

    @Test
    void aFileOfVersionTwoIsRefused() {
        assertThatThrownBy(() -> read(VERSION_2))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no keystore of version 3");
    }

    @Test
    void aFileThatNamesAnotherAddressIsNotOpened() {
        var document = wallet(CHEAP).required("json").asString().replace("17c5185167401ed0", "27c5185167401ed0");

        assertThatThrownBy(() -> {
                    try (var passphrase = Passphrase.take("foo".toCharArray())) {
                        read(document).open(passphrase);
                    }
                })
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Somebody changed the file");
    }

    @Test
    void threeHundredTamperedFilesNeverOpenToAnotherKey() throws ProblemException {
        tamper(1, 300);
    }

    @Tag("deep")
    @Test
    void tenThousandTamperedFilesNeverOpenToAnotherKey() throws ProblemException {
        tamper(2, 10_000);
    }

    /// The address in the file is what catches another iv, which the format's mac does not cover.
    private static void tamper(long seed, int times) throws ProblemException {
        var original = Bytes.ofText(wallet(CHEAP).required("json").asString());
        var address = Address.parse(wallet(CHEAP).required("address").asString());
        var mutations = new Mutations(new Random(seed));
        var refused = 0;
        for (int i = 0; i < times; i++) {
            var document = new String(mutations.of(original).toArray(), StandardCharsets.UTF_8);
            try (var passphrase = Passphrase.take("foo".toCharArray())) {
                var sealed = read(document);
                if (sealed.address().isPresent() && isCheap(sealed.derivation())) {
                    try (var key = sealed.open(passphrase)) {
                        assertThat(key.address()).as(document).isEqualTo(address);
                    }
                }
            } catch (ProblemException problem) {
                assertThat(problem.problem().happened()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(times / 2);
    }

    private static boolean isCheap(KeyDerivation derivation) {
        return switch (derivation) {
            case KeyDerivation.Scrypt scrypt -> (long) scrypt.n() * scrypt.r() * scrypt.p() <= 1 << 16;
            case KeyDerivation.Pbkdf2 pbkdf2 -> pbkdf2.c() <= 1 << 16;
        };
    }

    @Test
    void halfACharacterIsNoPassphrase() {
        var half = new char[] {'a', '\ud800', 'b'};

        assertThatThrownBy(() -> Passphrase.take(half)).isInstanceOf(ProblemException.class);
        assertThat(half).containsOnly('\0');
    }

    /// RFC 7914, section 12, first vector.
    @Test
    void narrowScryptGivesTheVectorOfItsDefinition() {
        assertThat(Bytes.of(NarrowScrypt.generate(new byte[0], new byte[0], 16, 1, 64)))
                .isEqualTo(Bytes.fromHex("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "64, 3", "1024, 8", "32768, 2"})
    void narrowScryptGivesWhatBouncyCastleGives(int n, int p) {
        var passphrase = "pleaseletmein".getBytes(StandardCharsets.UTF_8);
        var salt = "SodiumChloride".getBytes(StandardCharsets.UTF_8);

        assertThat(NarrowScrypt.generate(passphrase, salt, n, p, 32))
                .isEqualTo(SCrypt.generate(passphrase, salt, n, 1, p, 32));
    }

    @Test
    void noKeyAndNoPassphraseIsPrinted() throws ProblemException {
        try (var passphrase = Passphrase.take("foo".toCharArray());
                var key = read(wallet(CHEAP).required("json").asString()).open(passphrase)) {
            assertThat(List.of(key.toString(), passphrase.toString()))
                    .noneMatch(text -> text.contains("4242") || text.contains("foo"));
        }
    }

    private Keystore keystore(InstantSource clock) {
        return new Keystore(folder.resolve("keys"), new SecureRandom(), clock, IDLE);
    }

    private static SealedKey read(String document) throws ProblemException {
        return KeystoreFormat.read(JsonText.parse("a keystore", document, KeystoreFormat.LIMITS));
    }
}
