fun tooWarm(requestId: String, device: Map<String, Any>) = mapOf(
    "requestId" to requestId,
    "data" to listOf(
        mapOf(
            "resultCode" to "TemperatureOutOfRange",
            "smartHomeDevice" to device,
            "errorProperties" to mapOf("minTemperature" to "18", "maxTemperature" to "30"),
        ),
    ),
)
