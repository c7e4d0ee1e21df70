package org.breakwater.adapters.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.breakwater.adapters.localnet.AnvilBinary;
import org.breakwater.adapters.localnet.AnvilProcess;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signing.Subjects;
import org.breakwater.core.acting.AutoLock;
import org.breakwater.core.acting.ExternalProgram;
import org.breakwater.core.acting.ExternalProgram.Dialect;
import org.breakwater.core.acting.JoinedPeople;
import org.breakwater.core.acting.OwnSigner.Standing;
import org.breakwater.core.acting.People;
import org.breakwater.core.acting.Person;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ReturnedSignature;
import org.breakwater.core.signing.SignatureRequest;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileKeyringTest {

    private static final String PASSPHRASE = "correct horse – battery staple";
    private static final SignatureRequest REQUEST = new SignatureRequest.OfTransaction(Subjects.plain(1));
    private static final Address SOMEBODY = Address.parse("0x00000000000000000000000000000000000B0b00");

    @TempDir
    private Path home;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T14:00:00Z"));
    private FileKeyring keyring;

    @BeforeEach
    void open() {
        keyring = FileKeyring.open(folder(), now::get);
    }

    @AfterEach
    void close() {
        keyring.close();
    }

    private Path folder() {
        return home.resolve("signers");
    }

    private static char[] passphrase() {
        return PASSPHRASE.toCharArray();
    }

    private Standing standing(Person person) {
        return keyring.state().get().find(person.address()).orElseThrow().standing();
    }

    private void sign(Person person) throws ProblemException {
        var returned = keyring.device(person).sign(REQUEST);
        assertThat(ReturnedSignature.of(
                                returned, person.address(), REQUEST.hash().hash(), new EcdsaRecovery())
                        .owner())
                .isEqualTo(person.address());
    }

    @Test
    void aNewKeySignsOnceItIsUnlockedAndNotBefore() throws Exception {
        assertThat(folder()).as("nothing is made before something is kept").doesNotExist();
        var given = passphrase();
        var person = keyring.create("Ops laptop", given);
        assertThat(given).as("the passphrase is wiped").containsOnly('\0');
        assertThat(keyring.all()).containsExactly(person);
        assertThat(person).isEqualTo(new Person(person.address(), "Ops laptop", Person.Means.KEYSTORE));
        assertThat(standing(person)).isEqualTo(new Standing.Locked());
        assertThatThrownBy(() -> keyring.device(person).sign(REQUEST)).hasMessageContaining("is locked");

        var wrong = "another passphrase".toCharArray();
        assertThatThrownBy(() -> keyring.unlock(person.address(), wrong))
                .hasMessage("The passphrase does not open this key. Type it again; mind capital letters.");
        assertThat(wrong).containsOnly('\0');
        assertThat(standing(person)).isEqualTo(new Standing.Locked());

        keyring.unlock(person.address(), passphrase());
        assertThat(standing(person)).isEqualTo(new Standing.Unlocked());
        sign(person);
        assertThat(keyring.account(person).orElseThrow().address()).isEqualTo(person.address());

        keyring.lock();
        assertThat(standing(person)).isEqualTo(new Standing.Locked());
        assertThatThrownBy(() -> keyring.device(person).sign(REQUEST)).hasMessageContaining("is locked");
        onlyItsOwnerReadsWhatIsKept();
    }

    private void onlyItsOwnerReadsWhatIsKept() throws IOException {
        try (var files = Files.walk(folder())) {
            for (var file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void keysLockWhenTheyWereNotUsedForAWhile() throws Exception {
        var person = keyring.create("Ops laptop", passphrase());
        keyring.lockAfter(new AutoLock.AfterIdle(3));
        keyring.unlock(person.address(), passphrase());
        pass(Duration.ofMinutes(2));
        sign(person);
        pass(Duration.ofMinutes(2));
        sign(person);
        pass(Duration.ofMinutes(3));

        awaitLocked(person);

        keyring.lockAfter(new AutoLock.AfterEachSignature());
        keyring.unlock(person.address(), passphrase());
        sign(person);
        assertThat(standing(person)).as("one signature locks it").isEqualTo(new Standing.Locked());
        keyring.unlock(person.address(), passphrase());
        pass(Duration.ofMinutes(1));
        awaitLocked(person);
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    /// It locks by itself, without being asked.
    private void awaitLocked(Person person) throws InterruptedException {
        for (int look = 0; look < 100 && standing(person) instanceof Standing.Unlocked; look++) {
            Thread.sleep(50);
        }
        assertThat(standing(person)).isEqualTo(new Standing.Locked());
    }

    @Test
    void whoIsRemovedSignsNoMoreAndTheirFileStays() throws Exception {
        var person = keyring.create("Ops laptop", passphrase());
        keyring.unlock(person.address(), passphrase());
        var device = keyring.device(person);
        keyring.rename(person.address(), "Old laptop");
        assertThat(keyring.all()).extracting(Person::name).containsExactly("Old laptop");
        assertThat(standing(person)).as("a name changes nothing of the key").isEqualTo(new Standing.Unlocked());

        keyring.remove(person.address());
        assertThat(keyring.all()).isEmpty();
        assertThatThrownBy(() -> device.sign(REQUEST)).hasMessageContaining("is locked");
        assertThatThrownBy(() -> keyring.device(person)).hasMessageContaining("does not sign here any more");
        assertThat(keyring.state().get().unlisted()).containsExactly(person.address());

        keyring.list("Ops laptop", person.address());
        assertThat(keyring.all()).containsExactly(person);
        keyring.unlock(person.address(), passphrase());
        sign(person);
    }

    @Test
    void whatCannotBeKeptIsRefusedBeforeAKeyIsMade() {
        for (var name : List.of("", " ", "x".repeat(41), "Ops\u202elaptop", "two\nlines", " edge")) {
            var given = passphrase();
            assertThatThrownBy(() -> keyring.create(name, given))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("1 to 40 characters that can be seen");
            assertThat(given).containsOnly('\0');
        }
        assertThatThrownBy(() -> keyring.create("Ops laptop", "too short".toCharArray()))
                .hasMessageContaining("at least 12 characters");
        assertThat(keyring.state().get().unlisted()).isEmpty();
    }

    @Test
    void aFileThatAsksForTooMuchIsRefused() {
        var hostile = """
            {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"83dbcc02d8ccb40e466191a123791e0e"},
            "ciphertext":"d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c","kdf":"scrypt",
            "kdfparams":{"dklen":32,"n":1073741824,"r":8,"p":1,
            "salt":"ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19"},
            "mac":"2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097"},"version":3}
            """;
        assertThatThrownBy(() -> keyring.importKey("Taken", hostile, "key.json", passphrase()))
                .hasMessageContaining("its scrypt asks for more memory or time than any wallet's");
        assertThat(keyring.all()).isEmpty();
    }

    @Test
    void twoConsolesAtOnceLoseNobody() throws Exception {
        var each = 15;
        try (var other = FileKeyring.open(folder(), now::get);
                var pool = Executors.newFixedThreadPool(2)) {
            var done = new ArrayList<Future<?>>();
            for (var console : List.of(keyring, other)) {
                var first = console == keyring ? 1 : 1_000;
                done.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        console.add(program("http://127.0.0.1:8550"), entry(numbered(first + i), "Signer " + i));
                    }
                    return true;
                }));
            }
            for (var future : done) {
                future.get();
            }
        }
        keyring.look();
        assertThat(keyring.all()).hasSize(2 * each);
    }

    private static SequencedMap<Address, String> entry(Address address, String name) {
        var entry = new LinkedHashMap<Address, String>();
        entry.put(address, name);
        return entry;
    }

    private static Address numbered(int number) {
        return Address.parse("0x%040x".formatted(number));
    }

    private static ExternalProgram program(String endpoint) {
        return new ExternalProgram(endpoint, Dialect.ETHEREUM_V4);
    }

    @Test
    void aProgramOnThisMachineSignsAndPaysForNothing() throws Exception {
        try (var anvil = AnvilProcess.start(AnvilBinary.find(), OptionalInt.empty(), List.of())) {
            var program = program(anvil.node().address().toString());
            var accounts = keyring.accounts(program);
            assertThat(accounts).hasSizeGreaterThan(5);
            var names = new LinkedHashMap<Address, String>();
            names.put(accounts.get(3), "Ops ledger");
            keyring.add(program, names);
            var person = keyring.all().getFirst();
            assertThat(person.means()).isEqualTo(Person.Means.EXTERNAL_SIGNER);
            assertThat(standing(person)).isEqualTo(new Standing.Listens());

            sign(person);
            assertThat(keyring.account(person)).isEmpty();
            assertThatThrownBy(() -> keyring.add(program, names)).hasMessageContaining("on the list once");
        }
        keyring.look();
        assertThat(standing(keyring.all().getFirst())).isEqualTo(new Standing.Silent());
    }

    @Test
    void aProgramElsewhereIsNotAsked() {
        assertThatThrownBy(() -> keyring.accounts(program("https://signer.example.org")))
                .hasMessageContaining("it is not on this machine");
        assertThatThrownBy(() -> keyring.add(program("http://10.0.0.1:8550"), entry(SOMEBODY, "Somebody")))
                .hasMessageContaining("it is not on this machine");
        assertThat(keyring.all()).isEmpty();
    }

    @Test
    void thePeopleOfALocalNetworkStandBesideOnesOwn() throws Exception {
        var own = keyring.create("Ops laptop", passphrase());
        var local = new People() {
            @Override
            public List<Person> all() {
                return List.of(
                        new Person(SOMEBODY, "Council 1", Person.Means.LOCAL_NETWORK),
                        new Person(own.address(), "Council 2", Person.Means.LOCAL_NETWORK));
            }

            @Override
            public SigningDevice device(Person person) {
                throw new AssertionError("not asked");
            }

            @Override
            public Optional<PayingAccount> account(Person person) {
                return Optional.empty();
            }
        };
        var joined = new JoinedPeople(local, keyring);

        assertThat(joined.all()).extracting(Person::name).containsExactly("Council 1", "Ops laptop");
        assertThat(joined.device(own).address()).isEqualTo(own.address());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("malformed")
    void aListThatIsNotAsWrittenHereIsNoReasonNotToOpen(String document) throws Exception {
        keyring.add(program("http://127.0.0.1:8550"), entry(SOMEBODY, "Somebody"));
        var written = Files.readString(folder().resolve("signers.json"));
        assertThat(written).isEqualTo(WRITTEN);
        Files.writeString(folder().resolve("signers.json"), document, StandardCharsets.UTF_8);

        try (var again = FileKeyring.open(folder(), now::get)) {
            assertThat(again.all()).isEmpty();
            var problem = again.state().get().problem().orElseThrow();
            assertThat(problem.happened()).startsWith("The list of signers cannot be used.");
            assertThat(problem.meaning()).isEqualTo("Nobody signs here until it can.");
            assertThatThrownBy(() -> again.create("Ops laptop", passphrase()))
                    .hasMessageContaining("The list of signers cannot be used.");
            assertThat(Files.readString(folder().resolve("signers.json")))
                    .as("it is not written over")
                    .isEqualTo(document);
        }
    }

    private static final String WRITTEN = """
        {
          "format": "breakwater.signers",
          "version": 1,
          "lockAfterMinutes": 10,
          "signers": [
            {
              "address": "0x00000000000000000000000000000000000B0b00",
              "name": "Somebody",
              "means": "external",
              "endpoint": "http://127.0.0.1:8550",
              "dialect": "ETHEREUM_V4"
            }
          ]
        }
        """;

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "{}",
                "[]",
                WRITTEN.replace("breakwater.signers", "breakwater.review-policy"),
                WRITTEN.replace("\"version\": 1", "\"version\": 2"),
                WRITTEN.replace("10", "61"),
                WRITTEN.replace("10", "-1"),
                WRITTEN.replace("10", "99999999999"),
                WRITTEN.replace("10", "1e1"),
                WRITTEN.replace("Somebody", ""),
                WRITTEN.replace("Somebody", "Some\u202ebody"),
                WRITTEN.replace("external", "ledger"),
                WRITTEN.replace("external", "keystore"),
                WRITTEN.replace("ETHEREUM_V4", "LEGACY"),
                WRITTEN.replace("http://127.0.0.1:8550", "http://127.0.0.1:8550 "),
                WRITTEN.replace("0B0b00", "0b0b00"),
                WRITTEN.replace("0B0b00", "0B0b0"),
                WRITTEN.replace("  \"version\": 1,\n", ""),
                WRITTEN.replace("\"version\": 1,", "\"version\": 1, \"version\": 1,"),
                WRITTEN.replace("\"version\": 1,", "\"version\": 1, \"key\": \"0x00\","),
                WRITTEN.replace("\n", ""),
                WRITTEN + " ",
                "x".repeat(200_000),
                "[".repeat(50_000));
    }
}
