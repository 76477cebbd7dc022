// Reports the sample's own judgement, and then that of its function in every case.
report(['valid' => $isValid]);
foreach ($cases as $case) {
    try {
        report([
            'name' => $case['name'],
            'valid' => verifyResponse($case['body'], $case['signature'], $case['timestamp'], $case['key']),
        ]);
    } catch (Throwable $error) {
        report(['name' => $case['name'], 'valid' => 'throws']);
    }
}
