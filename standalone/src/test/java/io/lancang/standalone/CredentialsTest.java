package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    private Path temporary;

    @Test
    void keepsTheGeneratedPasswordAcrossStarts() throws IOException {
        String first = Credentials.load(file()).password("trade");
        assertEquals(first, Credentials.load(file()).password("trade"));
    }

    @Test
    void givesEachRoleAPasswordOfItsOwn() throws IOException {
        Credentials credentials = Credentials.load(file());
        assertNotEquals(credentials.password("trade"), credentials.password("corridor"));
    }

    @Test
    void keepsThePasswordsFromOtherUsersOfTheMachine() throws IOException {
        Credentials.load(file()).password("trade");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    private Path file() {
        return temporary.resolve("credentials.properties");
    }
}
