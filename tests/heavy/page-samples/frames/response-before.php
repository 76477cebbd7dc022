<?php
// What the sample takes for granted: an answer whose headers are texts, as some libraries have it.
$cases = json_decode(getenv('CASES'), true);
$responseBody = $cases[0]['body'];
$response = new class ($cases[0]) {
    public function __construct(private array $case)
    {
    }

    public function getHeader(string $name): string
    {
        return $name === getenv('SIGNATURE_HEADER') ? $this->case['signature'] : $this->case['timestamp'];
    }
};
?>
